/* SPDX-License-Identifier: MIT */
/* Sound on SDL's dummy device: when the device is open, what is said about what is missing. */
#include "audio.h"
#include "audio_mixer.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char folder[] = TB_SOURCE_DIR "/assets/audio";

static void test_every_file_can_be_read(void **state) {
    (void)state;
    Mixer *mixer = mixer_create(folder);
    Diag diag = {0};
    assert_int_equal(mixer_open(mixer, &diag), ERR_OK);
    mixer_set_music(mixer, true);
    assert_true(mixer_has_music(mixer));
    mixer_play(mixer, AUDIO_LANTERN, 2, 500);
    assert_true(mixer_has_cues(mixer));
    mixer_close(mixer);
    assert_false(mixer_has_music(mixer));
    assert_int_equal(mixer_open(mixer, &diag), ERR_OK); /* and again: the device comes and goes */
    mixer_set_music(mixer, true);
    mixer_destroy(mixer);
}

static void test_silence_opens_no_device(void **state) {
    (void)state;
    Audio *audio = audio_open(&(AudioOptions){folder, 0, 0, 0});
    audio_play(audio, AUDIO_STONE, 1, 0);
    assert_false(audio_settle(audio));
    audio_play(audio, AUDIO_STONE, 1, 3600000);
    audio_set_volumes(audio, 0, 100);
    assert_false(audio_settle(audio)); /* due in an hour */
    audio_close(audio);
}

static void test_a_sound_opens_the_device_and_silence_closes_it(void **state) {
    (void)state;
    Audio *audio = audio_open(&(AudioOptions){folder, 0, 80, 0});
    audio_play(audio, AUDIO_SELECT, 0, 0);
    assert_true(audio_settle(audio));
    while (audio_settle(audio)) {
        SDL_Delay(1); /* waits for the end of the sound, half a second; the runner has a limit */
    }
    assert_int_equal(audio_problem(audio, NULL), ERR_OK);
    audio_close(audio);
}

static void test_music_keeps_the_device_open(void **state) {
    (void)state;
    Audio *audio = audio_open(&(AudioOptions){folder, 60, 60, 0});
    audio_duck(audio, 1500);
    assert_true(audio_settle(audio));
    audio_set_awake(audio, true);
    assert_true(audio_settle(audio));
    audio_close(audio);
}

static void test_a_missing_file_is_named_and_the_game_goes_on(void **state) {
    (void)state;
    Diag diag = {0};
    Audio *audio = audio_open(&(AudioOptions){"/nowhere", 60, 60, 0});
    audio_play(audio, AUDIO_STONE, 2, 0);
    audio_settle(audio);
    assert_int_equal(audio_problem(audio, &diag), ERR_NOT_FOUND);
    assert_string_equal(diag.file, "/nowhere/select.ogg");
    audio_close(audio);
}

static void test_no_device_is_one_sentence(void **state) {
    (void)state;
    SDL_setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    Diag diag = {0};
    Audio *audio = audio_open(&(AudioOptions){folder, 60, 60, 0});
    audio_play(audio, AUDIO_STONE, 0, 0);
    assert_false(audio_settle(audio));
    assert_int_equal(audio_problem(audio, &diag), ERR_UNAVAILABLE);
    assert_non_null(SDL_strstr(diag.message, "no sound"));
    audio_close(audio);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
}

static void test_the_silent_twin(void **state) {
    (void)state;
    audio_play(NULL, AUDIO_SELECT, 0, 0);
    audio_set_volumes(NULL, 1, 1);
    audio_duck(NULL, 1);
    audio_set_awake(NULL, false);
    assert_false(audio_settle(NULL));
    assert_int_equal(audio_problem(NULL, NULL), ERR_OK);
    audio_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_file_can_be_read),
        cmocka_unit_test(test_silence_opens_no_device),
        cmocka_unit_test(test_a_sound_opens_the_device_and_silence_closes_it),
        cmocka_unit_test(test_music_keeps_the_device_open),
        cmocka_unit_test(test_a_missing_file_is_named_and_the_game_goes_on),
        cmocka_unit_test(test_no_device_is_one_sentence),
        cmocka_unit_test(test_the_silent_twin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
