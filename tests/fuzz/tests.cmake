# SPDX-License-Identifier: MIT
# The corpus of each fuzzer is replayed in every build. To look for more (clang only):
#   cmake -B build/fuzz -DCMAKE_C_COMPILER=clang -DTB_TESTS=ON -DTB_FUZZ=ON
#   build/fuzz/tests/fuzz_deck -dict=tests/fuzz/deck.dict NEW_FOLDER tests/fuzz/corpus
#   build/fuzz/tests/fuzz_streak NEW_FOLDER tests/fuzz/corpus-streak
#   build/fuzz/tests/fuzz_request -dict=tests/fuzz/request.dict NEW_FOLDER tests/fuzz/corpus-request
option(TB_FUZZ "Build the fuzzers (clang)" OFF)

# tb_add_fuzzer(NAME CORPUS SOURCES... DIRS folders... LIBS... FUZZED sources...): FUZZED are
# the sources that the fuzzer looks into, instrumented; LIBS is what the replay links instead.
function(tb_add_fuzzer name corpus)
  cmake_parse_arguments(arg "" "" "SOURCES;DIRS;LIBS;FUZZED;FUZZLIBS" ${ARGN})
  add_executable(replay_${name} fuzz/fuzz_${name}.c fuzz/replay.c ${arg_SOURCES})
  target_include_directories(replay_${name} PRIVATE ${arg_DIRS})
  target_link_libraries(replay_${name} PRIVATE ${arg_LIBS})
  add_test(NAME fuzz_${name}_corpus
    COMMAND replay_${name} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/${corpus})
  if(TB_FUZZ)
    file(GLOB fuzzed ${arg_FUZZED})
    add_executable(fuzz_${name} fuzz/fuzz_${name}.c ${arg_SOURCES} ${fuzzed})
    target_include_directories(fuzz_${name} PRIVATE ${arg_DIRS} ${CMAKE_SOURCE_DIR}/src/base
      ${CMAKE_SOURCE_DIR}/src/core ${CMAKE_SOURCE_DIR}/src/content)
    target_link_libraries(fuzz_${name} PRIVATE ${arg_FUZZLIBS})
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer,address,undefined)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  endif()
endfunction()

tb_add_fuzzer(deck corpus LIBS tb_base tb_core tb_content FUZZLIBS PkgConfig::YAML
  FUZZED ${CMAKE_SOURCE_DIR}/src/content/*.c ${CMAKE_SOURCE_DIR}/src/base/*.c
    ${CMAKE_SOURCE_DIR}/src/core/plan.c ${CMAKE_SOURCE_DIR}/src/core/lead.c
    ${CMAKE_SOURCE_DIR}/src/core/lead_totals.c ${CMAKE_SOURCE_DIR}/src/core/crowd.c
    ${CMAKE_SOURCE_DIR}/src/core/phones.c ${CMAKE_SOURCE_DIR}/src/core/phones_join.c
    ${CMAKE_SOURCE_DIR}/src/core/phones_text.c ${CMAKE_SOURCE_DIR}/src/core/phones_view.c
    ${CMAKE_SOURCE_DIR}/src/core/card.c ${CMAKE_SOURCE_DIR}/src/core/chapter.c
    ${CMAKE_SOURCE_DIR}/src/core/card_scene.c
    ${CMAKE_SOURCE_DIR}/src/core/rules.c)
tb_add_fuzzer(streak corpus-streak LIBS tb_base tb_core
  SOURCES ${CMAKE_SOURCE_DIR}/tools/streak_cases.c DIRS ${CMAKE_SOURCE_DIR}/tools
  FUZZED ${CMAKE_SOURCE_DIR}/src/core/streak*.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
tb_add_fuzzer(request corpus-request LIBS tb_room DIRS ${CMAKE_SOURCE_DIR}/src/room
  FUZZED ${CMAKE_SOURCE_DIR}/src/room/gate*.c ${CMAKE_SOURCE_DIR}/src/room/form.c
    ${CMAKE_SOURCE_DIR}/src/core/phones_text.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
