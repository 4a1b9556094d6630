# SPDX-License-Identifier: MIT
# The rules and the game, by tables and by events alone.
add_library(game_kit STATIC ${CMAKE_CURRENT_LIST_DIR}/game_kit.c
  ${CMAKE_CURRENT_LIST_DIR}/game_kit_restart.c)
target_include_directories(game_kit PUBLIC ${CMAKE_CURRENT_LIST_DIR})
target_link_libraries(game_kit PUBLIC tb_core PkgConfig::CMOCKA)

file(GLOB game_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
foreach(source ${game_tests})
  get_filename_component(name ${source} NAME_WE)
  tb_add_test(${name} SOURCES ${source} LIBS game_kit)
endforeach()
