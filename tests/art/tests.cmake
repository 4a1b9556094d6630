# SPDX-License-Identifier: MIT
# Checks of the palette and of the built art; seconds, no display.
add_test(NAME check_palette COMMAND ${TB_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/art/check_palette.py
  ${CMAKE_SOURCE_DIR})
add_test(NAME check_art COMMAND ${TB_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/art/check_art.py
  ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/art)
