/* SPDX-License-Identifier: MIT */
/* How the app gets to a state without playing. */
#include "shot_states.h"

#include "card_listen.h"
#include "card_own_words.h"
#include "card_reword.h"
#include "card_scene.h"
#include "card_talk.h"
#include "shot_room.h"
#include "text.h"

#include <string.h>

static const Card *card_of_kind(const App *app, const Shot *shot) {
    if (shot->card) {
        return card_find(app->world.cards, shot->card);
    }
    const Card *found = card_find(app->world.cards, "van-to-the-sea");
    for (int i = 0; i < app->world.cards->count; i++) {
        const Card *card = &app->world.cards->cards[i];
        if (card->kind == shot->kind && !(found && found->kind == shot->kind)) {
            found = card;
        }
    }
    return found;
}

static int place_of_turn(const Play *play, int turn) {
    for (int place = 0; place < CARD_ANSWERS; place++) {
        if (play->card->answers[play->order[place]].turn == turn) {
            return place;
        }
    }
    return 0;
}

static void set_outcome(App *app, const Shot *shot) {
    Play *play = &app->game->play;
    play->pick[0] = play->pick[1] = 0;
    play->guess[0] = 0;
    play->guess[1] = 2;
    Outcome *outcome = &play->outcome;
    *outcome = (Outcome){.score = RULES_SCORE_MAX,
                         .before = app->game->tally,
                         .found = {true, true},
                         .guessed = {true, false}};
    if (shot->kind == CARD_RESPOND) {
        play->pick[1] = place_of_turn(play, shot->turn);
        play->pick[0] = place_of_turn(play, 4);
        int landed = shot->turn * 5 / 4;
        outcome->spark = play->pick[0] == play->pick[1];
        outcome->turn = play->card->answers[play->order[play->pick[1]]].turn;
        outcome->landed = landed;
        outcome->score = rules_score(outcome->turn, landed);
        outcome->stones = rules_stones(outcome->turn, landed);
        for (int i = 0; i < LANDING_ROWS && shot->phase == PHASE_REVEAL; i++) {
            play->landing[i] = (Landing)(i < 2 ? landed / 2 : landed - landed / 2 * 2);
        }
    } else {
        outcome->stones = rules_plain_stones(shot->kind, outcome->score);
    }
    outcome->from_wall = outcome->stones.bridge > 0 ? 1 : 0;
}

/* In the order of the rows; accusing pieces come first, or last. */
static void lay_pieces(Play *play, const Shot *shot) {
    for (int part = 0; part < shot->laid; part++) {
        int best = -1;
        for (int place = 0; place < play->card->chunk_count; place++) {
            const Chunk *chunk = &play->card->chunks[play->pieces[place]];
            const Chunk *other = best < 0 ? NULL : &play->card->chunks[play->pieces[best]];
            bool better = !other || (chunk->turn > other->turn) != shot->accuses;
            best = (int)chunk->part == part && better ? place : best;
        }
        play->laid[part] = best;
    }
}

/* One reply: the kindest, or the least kind. */
static void say_one(Play *play, bool kindly) {
    int best = 0;
    for (int place = 1; card_talk_reply_at(play, place); place++) {
        int turn = card_talk_reply_at(play, place)->turn;
        int than = card_talk_reply_at(play, best)->turn;
        best = kindly ? (turn > than ? place : best) : turn < than ? place : best;
    }
    card_talk_say(play, best);
}

static void say_all(Play *play, const char *how) {
    for (; *how; how++) {
        do {
            say_one(play, *how != '-');
        } while (*how == 'E' && card_talk_reply_at(play, 0));
    }
}

/* One saw all, the other all but each second mark, and something more. */
static void set_show(Play *play, int lines) {
    SceneShow *show = &play->show;
    int count = play->card->line_count, marked = 0;
    show->is_open = lines > 0;
    show->by_steps = true;
    show->line = lines > count ? count : lines > 0 ? lines - 1 : 0;
    for (int i = 0; i < count && i < lines; i++) {
        ScenePress press = {.at_ms = scene_start_ms(play->card, i) + 900,
                            .mark = play->card->lines[i].mark};
        bool is_marked = press.mark < SCENE_MARK_COUNT;
        if (is_marked) {
            show->presses[0][show->press_count[0]++] = press;
        }
        if (is_marked ? marked++ % 2 == 0 : i == 10) {
            press.mark = is_marked ? press.mark : SCENE_MARK_BID;
            show->presses[1][show->press_count[1]++] = press;
        }
    }
}

/* Kinds with an outcome of their own; all three taps are a "yes" but one. */
static void set_new_kind(App *app, const Shot *shot) {
    Play *play = &app->game->play;
    Tally before = app->game->tally;
    if (shot->kind == CARD_REWORD) {
        card_reword_start(play, 1, 1, 1);
        lay_pieces(play, shot);
    }
    if (shot->said) {
        say_all(play, shot->said);
    }
    if (shot->kind == CARD_SCENE) {
        set_show(play, shot->lines);
    }
    if (shot->words) {
        text_copy(app->memory.words, sizeof app->memory.words, shot->words);
        app->memory.keys.is_open = shot->keys;
    }
    if (shot->phase != PHASE_REVEAL) {
        return;
    }
    for (int i = 0; i < LANDING_ROWS; i++) {
        play->landing[i] = i < 2 ? LANDING_YES : LANDING_PARTLY;
    }
    if (shot->kind == CARD_REWORD) {
        play->outcome = card_reword_outcome(play, before);
    } else if (shot->kind == CARD_OWN_WORDS) {
        play->outcome = card_own_words_outcome(5, false, before);
    } else if (shot->kind == CARD_SCENE) {
        play->outcome = card_scene_outcome(play, before);
    } else if (shot->kind == CARD_LISTEN) {
        play->pick[1] = 3;
        play->outcome = card_listen_outcome(play, before);
    } else if (shot->kind == CARD_TALK) {
        play->outcome = card_talk_outcome(play, before);
    }
    play->outcome.from_wall = play->outcome.stones.bridge > 0 ? 1 : 0;
}

static void set_card(App *app, const Shot *shot) {
    Play *play = &app->game->play;
    play->card = card_of_kind(app, shot);
    play->phase = shot->phase;
    play->sharer = 1;
    dealer_shuffle(1, 1, 1, play->order, CARD_ANSWERS);
    play->in_turn = shot->in_turn;
    play->uncovered = shot->uncovered;
    play->holder = shot->in_turn ? 1 : 0;
    play->asks_to_keep = shot->asks_to_keep;
    play->keeps[0] = shot->asks_to_keep;
    if (shot->phase == PHASE_PICK && !shot->in_turn) {
        play->pick[0] = 1;
    } else if (shot->phase == PHASE_SECOND_PICK) {
        play->pick[0] = 0;
        play->first_pick = 1;
    } else if (shot->phase != PHASE_PICK) {
        set_outcome(app, shot);
    }
    set_new_kind(app, shot);
}

/* A folder as it may look after a month. */
static void set_kept(App *app, Day today) {
    Kept *kept = &app->kept;
    *kept = (Kept){.is_listed = true, .backup_count = 4, .file_count = 1};
    text_copy(kept->path, KEPT_PATH_MAX, "/home/nadia/.local/share/tiny-bridges/tiny-bridges.db");
    text_copy(kept->folder, KEPT_PATH_MAX, "/home/nadia/Documents");
    text_copy(kept->files[0], KEPT_PATH_MAX, "/home/nadia/Documents/tiny-bridges-2026-09-30.json");
    kept->asides[kept->aside_count++] = (KeptAside){today - 1, 11, 6};
    for (int i = 0; i < kept->backup_count; i++) {
        kept->backups[i] = (KeptBackup){today - 1 - i * i, 11 - i * i, false};
    }
}

static void play_on(App *app, Now now, int days_ago, int who) {
    Fact fact = {.kind = FACT_PLAY,
                 .day = day_today(now, setting_infos[SETTING_ROLLOVER].start) - days_ago,
                 .values = {who, setting_infos[SETTING_ROLLOVER].start},
                 .utc_ms = now.utc_ms - (int64_t)days_ago * 86400000,
                 .offset_min = now.offset_min};
    game_apply_fact(app->game, &app->world, &fact);
}

/* Eleven evenings, or fewer with a rest day and a held one between them. */
static void set_evenings(App *app, const Shot *shot, Now now) {
    enum { RESTS_AGO = 4, HELD_AGO = 2, DAYS_AHEAD = 2 };
    if (shot->wrong_clock) {
        now.utc_ms += (int64_t)DAYS_AHEAD * 86400000;
    }
    int evenings = shot->evenings < 0 ? 0 : shot->evenings > 0 ? shot->evenings : 11;
    for (int ago = evenings; ago >= (shot->done ? 0 : 1); ago--) {
        bool is_held = shot->mixed_week && ago == HELD_AGO;
        if (!shot->mixed_week || ago != RESTS_AGO) {
            play_on(app, now, ago, is_held ? STREAK_WHO_A : STREAK_WHO_BOTH);
        }
    }
    if (shot->alone_done) {
        play_on(app, now, 0, shot->alone);
    }
    if (shot->away) {
        Day today = day_today(now, setting_infos[SETTING_ROLLOVER].start);
        Fact fact = {.kind = FACT_AWAY, .day = today - 1, .values = {today + shot->away}};
        game_apply_fact(app->game, &app->world, &fact);
    }
}

/* Both kept what was said on each second day. */
static void keep_every_other(App *app, const Card *card) {
    Chapter *chapter = &app->game->journey.chapters[0];
    Fact fact = {.kind = FACT_KEPT, .values = {0, chapter->place % CARD_ANSWERS}};
    text_copy(fact.subject, sizeof fact.subject, card->id);
    if (chapter->place % 2 == 0) {
        game_apply_fact(app->game, &app->world, &fact);
    }
}

/* Respond cards of the first theme stand for whatever was dealt. */
static void set_journey(App *app, const char *moments) {
    static const char letters[MOMENT_KIND_COUNT + 1] = " qo+-m";
    Fact fact = {.kind = FACT_CHAPTER};
    const CardSet *cards = app->world.cards;
    for (int i = 0; i < cards->count && *moments && *moments != '!'; i++) {
        const Card *card = &cards->cards[i];
        if (card->kind == CARD_RESPOND && card->theme == THEME_NO_REPLY) {
            text_copy(fact.subject, sizeof fact.subject, card->id);
            fact.values[1] = (int32_t)(strchr(letters, *moments++) - letters);
            game_apply_fact(app->game, &app->world, &fact);
            keep_every_other(app, card);
        }
    }
    if (*moments == '!') {
        game_apply_fact(app->game, &app->world, &(Fact){.kind = FACT_KEYSTONE});
    }
}

/* The first card of the chapter, and its kindest answer. */
static void set_star(App *app) {
    Star *star = &app->game->stars[0];
    text_copy(star->card, CARD_ID_MAX, app->game->journey.chapters[0].moments[0].card);
    const Card *card = card_find(app->world.cards, star->card);
    for (int i = 0; card && i < CARD_ANSWERS; i++) {
        star->answer = card->answers[i].turn == 4 ? i : star->answer;
    }
}

static void walk_chapters(Game *game, int chapters) {
    for (int i = 0; i < chapters; i++) {
        game->journey.chapters[i].rounds = 1;
        game->journey.chapters[i].lanterns = 1 + i % JOURNEY_LANTERNS;
    }
}

/* A deck from a friend, and one with a slip in it. */
static void set_decks(App *app) {
    Content *content = &app->content;
    content->own_decks[0] = (OwnDeck){.id = "aunt-mo", .title = "Aunt Mo’s questions", .cards = 24};
    content->own_decks[1] = (OwnDeck){.id = "sundays",
                                      .title = "Our Sundays",
                                      .file = "sundays.yaml",
                                      .cards = 7,
                                      .problems = 1,
                                      .listed = 1};
    diag_set(&content->own_findings[0], ERR_FORMAT, "sundays.yaml", 31, 7,
             "“turn”: expected a number from 0 to 4, found “five”.");
    content->own_deck_count = 2;
    text_copy(content->own_dir, CONTENT_PATH_MAX, "/home/nadia/.local/share/tiny-bridges/decks");
}

/* The editor of people; in halves each is at another category. */
static void set_makers(App *app, const Shot *shot) {
    ScreenMemory *memory = &app->memory;
    memory->side_by_side = shot->makes == 3;
    memory->making = shot->makes == 2 ? 2 : 1;
    for (int i = 0; i < 2; i++) {
        PeopleMemory *people = &memory->people[i];
        people->makes_own = (shot->makes >> i & 1) != 0;
        people->category = shot->category + (shot->makes == 3 ? i : 0);
        people->face = PERSON_HAPPY;
        people->keys.is_open = shot->keys && i == 1;
        people->keys.player = shot->makes == 3 ? i + 1 : 0;
    }
}

static void set_memory(App *app, const Shot *shot) {
    app->memory = (ScreenMemory){.country = -1,
                                 .settings_section = shot->section,
                                 .key_note = shot->exchanged ? KEY_NOTE_EXCHANGED : KEY_NOTE_NONE,
                                 .key_note_other = 1,
                                 .key_note_label = "W",
                                 .topics = {shot->topics_of, shot->topics_of == 1},
                                 .map = {shot->topics_of, shot->topics_of == 1},
                                 .shows_legend = shot->legend,
                                 .shows_opening = shot->opening,
                                 .week_chapter = shot->lifted,
                                 .asks_restore = shot->asks_restore};
}

static void name_card(Evening *evening, const Shot *shot) {
    if (shot->card && shot->screen == SCREEN_CHALLENGE) {
        text_copy(evening->challenge, CARD_ID_MAX, shot->card);
    } else if (shot->card && shot->screen == SCREEN_TINY) {
        text_copy(evening->tiny, CARD_ID_MAX, shot->card);
    } else if (shot->card && shot->screen == SCREEN_ALONE) {
        text_copy(evening->alone, CARD_ID_MAX, shot->card);
    }
}

/* Day twelve of a couple: eleven evenings lit, fourteen stones. */
static void set_look_back(App *app) {
    app->game->screen = SCREEN_HOME;
    app_dispatch(app, &(Event){.kind = EV_LOOK_BACK});
    Skills *skills = &app->game->skills;
    Day today = app->game->evening.day;
    skills->observations[SKILL_OWN] = 3; /* still in the mist */
    skills->week = today - day_weekday(today);
    for (int i = 0; i < SKILL_COUNT; i++) {
        skills->week_milli[i] = i == SKILL_ASK ? 800 : 1200;
    }
}

/* Some weeks of stars; the first page has a line that the other may see. */
static void set_our_map(App *app) {
    OurMap *map = &app->game->map;
    MapLine lines[MAP_LINES_MAX];
    app_dispatch(app, &(Event){.kind = EV_MAP, .value = MAP_OPEN});
    *map = (OurMap){.asked = 9, .same = 5};
    for (int player = 0; player < 2; player++) {
        MapPage *page = &map->pages[player];
        page->keeps = true;
        for (int i = 0; i < 9; i++) {
            map_note_star(page, i < 7 ? MAP_QUESTION : MAP_ADVICE,
                          1u << MAP_QUESTION | 1u << MAP_ADVICE);
            map_note_star(page, i < 8 ? MAP_TOUCH : MAP_JOKE, 1u << MAP_TOUCH | 1u << MAP_JOKE);
            map_note_star(page, MAP_WORDS, 1u << MAP_PLAN | 1u << MAP_WORDS);
        }
        map_lines(page, lines);
        map_show(page, &lines[player], true);
    }
}

static void set_look(Game *game, const Shot *shot, const Look *look) {
    game->settings[SETTING_THEME] = look->theme;
    game->settings[SETTING_TEXT_PERCENT] = look->text_percent;
    game->settings[SETTING_CALM] = look->calm;
    game->settings[SETTING_CONTRAST] = shot->strong;
    game->settings[SETTING_LETTERS] = shot->easy;
}

static void set_people(Game *game) {
    text_copy(game->players[0].name, GAME_NAME_MAX, "Nadia");
    text_copy(game->players[1].name, GAME_NAME_MAX, "Theo");
    person_print(&person_cast[0], game->players[0].looks);
    person_print(&person_cast[7], game->players[1].looks);
}

static void set_screen(App *app, const Shot *shot) {
    Game *game = app->game;
    if (shot->screen == SCREEN_CARD) {
        game->evening.place = shot->phase == PHASE_REVEAL ? 2 : 1;
        set_card(app, shot);
    }
    if (shot->screen == SCREEN_PEOPLE) {
        set_makers(app, shot);
    }
    if (shot->screen == SCREEN_LOOK_BACK || shot->screen == SCREEN_OUR_MAP) {
        set_look_back(app);
    }
    if (shot->screen == SCREEN_OUR_MAP) {
        set_our_map(app);
    }
}

void shot_set(App *app, const Shot *shot, const Look *look) {
    Game *game = app->game;
    set_memory(app, shot);
    app->ui->focus = 0;
    memset(app->ui->states, 0, sizeof app->ui->states); /* nothing is scrolled yet */
    game_init(game);
    Now now = clock_now(&app->clock);
    Day today = day_today(now, setting_infos[SETTING_ROLLOVER].start);
    Fact fact = {.kind = FACT_COUPLE, .values = {5, 0}};
    game_apply_fact(game, &app->world, &fact);
    set_kept(app, today);
    set_decks(app);
    fact = (Fact){.kind = FACT_FIRST_RUN, .values = {2}, .day = today - 12};
    game_apply_fact(game, &app->world, &fact);
    set_evenings(app, shot, now);
    game->tally = (Tally){14, 3};
    set_journey(app, shot->moments ? shot->moments : "");
    walk_chapters(game, shot->chapters);
    if (shot->stars) {
        set_star(app);
    }
    for (int i = 0; i < SKILL_COUNT; i++) {
        game->skills.average_milli[i] = 1200;
        game->skills.observations[i] = 9;
    }
    set_people(game);
    app_dispatch(app, &(Event){.kind = EV_START});
    set_look(game, shot, look);
    game->screen =
        shot->screen == SCREEN_CARE && strcmp(shot->name, "care") != 0 ? SCREEN_HOME : shot->screen;
    game->evening.cards_done = shot->done;
    game->evening.place = shot->done ? DEALER_PLACES : 0;
    name_card(&game->evening, shot);
    game->alone_player = shot->screen != SCREEN_CARE ? shot->alone : 0;
    if (shot->alone) {
        game->evening.here[shot->alone - 1] = !shot->alone_done;
    }
    set_screen(app, shot);
    if (shot->word) {
        game->word = (Word){.since = today - 6, .evenings = 5};
        text_copy(game->word.plan, sizeof game->word.plan, shot->word);
    }
    if (shot->led) {
        shot_room(app, shot->led);
    }
    if (shot->overlay != OVERLAY_NONE) {
        game->overlays[game->overlay_count++] = shot->overlay;
        game->break_until_ms = now.utc_ms + 17 * 60000;
    }
}
