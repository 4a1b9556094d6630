# SPDX-License-Identifier: MIT
tb_add_test(test_screens SOURCES ${CMAKE_CURRENT_LIST_DIR}/test_screens.c LIBS tb_app)
add_dependencies(test_screens art)
set_tests_properties(test_screens PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
