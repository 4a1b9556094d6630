# SPDX-License-Identifier: MIT
# The house keeps its own rules: who includes whom, pure rules, the form of sources, texts by key.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(name includes sources strings kind_words)
  add_test(NAME house_${name} COMMAND ${Python3_EXECUTABLE} -B
    ${CMAKE_CURRENT_LIST_DIR}/check_${name}.py ${CMAKE_SOURCE_DIR})
endforeach()
add_test(NAME house_core COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/check_core.py $<TARGET_FILE:tb_core> $<TARGET_FILE:tb_base>)
