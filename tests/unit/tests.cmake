# SPDX-License-Identifier: MIT
# The small parts by themselves: the base and the core.
tb_add_test(test_day SOURCES unit/test_day.c LIBS tb_base)

# The streak: tables, the command, and thousands of lives against the reference in Python.
tb_add_test(test_streak_rules SOURCES unit/test_streak_rules.c unit/streak_story.c
  LIBS tb_base tb_core)
tb_add_test(test_streak_clock SOURCES unit/test_streak_clock.c unit/streak_story.c
  LIBS tb_base tb_core)
tb_add_test(test_streak_growth SOURCES unit/test_streak_growth.c LIBS tb_base tb_core)
tb_add_test(test_streak_cases SOURCES unit/test_streak_cases.c
  ${CMAKE_SOURCE_DIR}/tools/streak_cases.c LIBS tb_base tb_core)
target_include_directories(test_streak_cases PRIVATE ${CMAKE_SOURCE_DIR}/tools)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME check_streak
  COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/unit/check_streak.py
    $<TARGET_FILE:tb-streak> 3000)
