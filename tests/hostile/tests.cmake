# SPDX-License-Identifier: MIT
# Decks from strangers.
add_test(NAME hostile_decks COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/hostile.py
  $<TARGET_FILE:tb-deck>)
