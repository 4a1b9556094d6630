# SPDX-License-Identifier: MIT
add_test(NAME tools_new COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/new_files.sh ${CMAKE_SOURCE_DIR}
  ${CMAKE_BINARY_DIR}/generated ${CMAKE_C_COMPILER})
