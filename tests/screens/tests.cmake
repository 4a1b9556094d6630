# SPDX-License-Identifier: MIT
tb_add_test(test_screens SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_screens.c LIBS tb_app)
add_dependencies(test_screens art)
set_tests_properties(test_screens PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_longer SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_longer.c LIBS tb_app)
add_dependencies(test_longer art)
set_tests_properties(test_longer PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_frames SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_frames.c LIBS tb_app)
target_link_options(test_frames PRIVATE
  -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc)
add_dependencies(test_frames art)
set_tests_properties(test_frames PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_typing SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_typing.c LIBS tb_app)
add_dependencies(test_typing art)
set_tests_properties(test_typing PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_talking SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_talking.c LIBS tb_app)
add_dependencies(test_talking art)
set_tests_properties(test_talking PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_scene_secret SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_scene_secret.c LIBS tb_app)
add_dependencies(test_scene_secret art)
set_tests_properties(test_scene_secret PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_avatar SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_avatar.c LIBS tb_app)
add_dependencies(test_avatar art)
set_tests_properties(test_avatar PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_map SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_map.c LIBS tb_app)
add_dependencies(test_map art)
set_tests_properties(test_map PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_lines SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_lines.c LIBS tb_base tb_draw tb_ui)
tb_add_test(test_fade SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_fade.c LIBS tb_app)
add_dependencies(test_fade art)
set_tests_properties(test_fade PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_access SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_access.c LIBS tb_app m)
add_dependencies(test_access art)
set_tests_properties(test_access PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_key_page SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_key_page.c LIBS tb_app)
add_dependencies(test_key_page art)
set_tests_properties(test_key_page PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_one_hand SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_one_hand.c LIBS tb_app m)
add_dependencies(test_one_hand art)
set_tests_properties(test_one_hand PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_motion SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_motion.c LIBS tb_app)
add_dependencies(test_motion art)
set_tests_properties(test_motion PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
tb_add_test(test_mirrored SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_mirrored.c LIBS tb_app)
add_dependencies(test_mirrored art)
set_tests_properties(test_mirrored PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
