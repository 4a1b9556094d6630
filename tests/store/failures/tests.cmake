# SPDX-License-Identifier: MIT
# Every kind of failure at every point. The store once more, without sanitizers: those keep malloc
# for themselves, and thousands of processes are quicker without.
file(GLOB plain_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/base/*.c
  ${CMAKE_SOURCE_DIR}/src/core/*.c ${CMAKE_SOURCE_DIR}/src/store/*.c)
add_library(tb_store_plain STATIC ${plain_sources})
target_include_directories(tb_store_plain PUBLIC ${CMAKE_SOURCE_DIR}/src/base
  ${CMAKE_SOURCE_DIR}/src/core ${CMAKE_SOURCE_DIR}/src/store)
target_compile_options(tb_store_plain PUBLIC -fno-sanitize=all)
target_link_options(tb_store_plain PUBLIC -fno-sanitize=all)
target_link_libraries(tb_store_plain PUBLIC PkgConfig::SQLITE PkgConfig::JANSSON Threads::Threads)

# Defines open, pwrite64, malloc, ... in the program itself, for the libraries to call.
function(tb_count_calls name)
  file(GLOB calls CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/store/failures/calls*.c)
  target_sources(${name} PRIVATE ${calls})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/store/failures)
  target_compile_options(${name} PRIVATE -fno-builtin)
  target_compile_definitions(${name} PRIVATE TB_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE tb_store_plain ${CMAKE_DL_LIBS})
endfunction()

set(failures store/failures)
add_executable(failures ${failures}/failures.c ${failures}/force.c ${failures}/scenarios.c
  ${failures}/steps.c ${failures}/check.c ${failures}/world.c ${failures}/tree.c)
tb_count_calls(failures)

# Disks that are full, or read-only.
add_executable(test_store_disk ${failures}/test_store_disk.c ${failures}/tree.c store/store_kit.c)
tb_count_calls(test_store_disk)
target_include_directories(test_store_disk PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/store)
target_link_libraries(test_store_disk PRIVATE PkgConfig::CMOCKA)
add_test(NAME test_store_disk COMMAND test_store_disk)

# Of a play each point of the two most likely failures; otherwise every 47th. All of it:
# tests/deep/failures.
add_custom_target(failures_quick DEPENDS failures) # so that a test can be built by its name
add_test(NAME failures_quick COMMAND failures --every 47)
find_library(TB_SQLITE_FILE sqlite3 REQUIRED)
find_library(TB_JANSSON_FILE jansson REQUIRED)
add_test(NAME failures_calls COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/check_calls.py ${CMAKE_NM} $<TARGET_FILE:tb_store_plain>
  ${TB_SQLITE_FILE} ${TB_JANSSON_FILE} $<TARGET_FILE:failures>)
