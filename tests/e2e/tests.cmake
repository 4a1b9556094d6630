# SPDX-License-Identifier: MIT
find_program(TB_XVFB Xvfb REQUIRED)
find_program(TB_XDOTOOL xdotool REQUIRED)
add_test(NAME e2e_day COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/day.py
  $<TARGET_FILE:tiny-bridges>)
add_test(NAME e2e_trouble COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/trouble.py
  $<TARGET_FILE:tiny-bridges>)
add_test(NAME e2e_disk COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/disk.py
  $<TARGET_FILE:tiny-bridges>)
add_test(NAME e2e_watch COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/watch.py
  $<TARGET_FILE:tiny-bridges>)
add_test(NAME e2e_close COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/close.py
  $<TARGET_FILE:tiny-bridges>)
add_test(NAME e2e_evening COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/../room/evening.py $<TARGET_FILE:tiny-bridges>
  ${CMAKE_CURRENT_LIST_DIR})
# They play in real time; nothing else should take their seconds.
set_tests_properties(e2e_day e2e_trouble e2e_disk e2e_watch e2e_close e2e_evening
  PROPERTIES RUN_SERIAL ON)
