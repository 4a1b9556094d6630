# SPDX-License-Identifier: MIT
# The check of words, and the shipped decks under it. Debian's packages belong to Debian's Python.
find_program(TB_TASTE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(TB_TASTE_PYTHON python3 REQUIRED)
add_test(NAME taste COMMAND ${TB_TASTE_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/test_taste.py
  $<TARGET_FILE:tb-deck> ${CMAKE_SOURCE_DIR})
add_test(NAME decks COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/decks.sh
  $<TARGET_FILE:tb-deck> ${TB_TASTE_PYTHON} ${CMAKE_SOURCE_DIR})
