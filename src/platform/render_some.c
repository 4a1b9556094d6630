/* SPDX-License-Identifier: MIT */
/* A picture painted little by little, so that no frame is late for it. */
#include "render_parts.h"

static bool paint_until(Pass *pass, int *next, int end, Uint64 due) {
    while (*next < end) {
        render_one(pass, &pass->list->cmds[(*next)++]);
        if (due != 0 && SDL_GetPerformanceCounter() >= due) {
            break;
        }
    }
    return *next >= end;
}

static void job_go_on_above(Pass *pass, Job *job) {
    if (job->still_end >= 0) {
        render_still_copy(pass, pass->canvas.clip);
    } else {
        canvas_clear(&pass->canvas);
    }
    job->in_still = false;
    job->next = job->still_end + 1;
    clip_start(&pass->renderer->clips, pass->canvas.clip);
}

static void job_begin(Pass *pass, Job *job) {
    Renderer *renderer = pass->renderer;
    SDL_Rect canvas = pass->canvas.clip;
    render_read_list(renderer, pass->list, canvas);
    dirty_compare(&renderer->dirty, canvas, true);
    int end = render_still_end(pass->list, 0);
    bool has = end >= 0 && render_still_reserve(renderer, canvas.w, canvas.h);
    job->still_end = has ? end : -1;
    if (!has || render_still_is_there(renderer)) {
        job_go_on_above(pass, job);
        return;
    }
    render_still_begin(pass, end);
    job->in_still = true;
    job->next = 1;
    clip_start(&renderer->clips, canvas);
}

bool render_paint_some(Renderer *renderer, SDL_Surface *target, const DrawList *list,
                       RenderTheme theme, uint64_t stamp, int budget_ms) {
    Job *job = &renderer->job;
    Uint64 due = budget_ms < 0 ? 1u : 0u;
    if (budget_ms > 0) {
        Uint64 share = SDL_GetPerformanceFrequency() * (Uint64)budget_ms / 1000;
        due = SDL_GetPerformanceCounter() + share;
    }
    renderer->theme = theme;
    Pass pass = render_pass(renderer, target, list);
    if (job->stamp != stamp || renderer->target != target) {
        job_begin(&pass, job);
        job->stamp = stamp;
        renderer->target = target;
        renderer->has_painted = false;
    }
    if (job->in_still) {
        Pass still = render_still_pass(&pass);
        if (!paint_until(&still, &job->next, job->still_end, due)) {
            return false;
        }
        render_still_end_of(renderer);
        job_go_on_above(&pass, job);
    }
    if (!paint_until(&pass, &job->next, list->cmd_count, due)) {
        return false;
    }
    job->stamp = 0;
    render_end_frame(renderer, target);
    return true;
}
