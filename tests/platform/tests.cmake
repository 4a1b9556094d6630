# SPDX-License-Identifier: MIT
# Tests of src/platform: input, window, files, clock, audio. All run without a display or a sound
# device. Built from the sources they test, so that they need nothing of the renderer.
set(platform ${CMAKE_SOURCE_DIR}/src/platform)
set(platform_input ${platform}/input_sdl.c ${platform}/input_pads.c ${platform}/input_prompts.c
  ${platform}/pad_watch.c ${platform}/keys.c ${platform}/window.c)

function(tb_add_platform_test name)
  tb_add_test(${name} SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/platform/${name}.c ${ARGN}
    LIBS tb_base tb_draw tb_ui PkgConfig::SDL2)
  target_include_directories(${name} PRIVATE ${platform})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
endfunction()

tb_add_platform_test(test_input_keyboard ${platform_input})
tb_add_platform_test(test_input_pointer ${platform_input})
tb_add_platform_test(test_input_pads ${platform_input})
tb_add_platform_test(test_keys ${platform}/keys.c)
tb_add_platform_test(test_window ${platform}/window.c)
tb_add_platform_test(test_files ${platform}/files.c)
tb_add_platform_test(test_wishes ${platform}/wishes.c ${platform}/files.c)
tb_add_platform_test(test_clock ${platform}/clock.c)
tb_add_platform_test(test_audio ${platform}/audio.c ${platform}/audio_mixer.c)
