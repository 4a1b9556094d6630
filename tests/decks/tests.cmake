# SPDX-License-Identifier: MIT
add_test(NAME own_decks COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/own_decks.py
  $<TARGET_FILE:tiny-bridges>)
set_tests_properties(own_decks PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
