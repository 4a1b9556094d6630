# SPDX-License-Identifier: MIT
# The corpus of each fuzzer is replayed in every build. To look for more (clang only):
#   cmake -B build/fuzz -DCMAKE_C_COMPILER=clang -DTB_TESTS=ON -DTB_FUZZ=ON
#   build/fuzz/tests/fuzz_deck -dict=tests/fuzz/deck.dict NEW_FOLDER tests/fuzz/corpus
option(TB_FUZZ "Build the fuzzers (clang)" OFF)

add_executable(replay_deck fuzz/fuzz_deck.c fuzz/replay.c)
target_link_libraries(replay_deck PRIVATE tb_base tb_core tb_content)
add_test(NAME fuzz_deck_corpus COMMAND replay_deck ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus)

if(TB_FUZZ)
  # From the sources, so that what it looks into is instrumented too.
  file(GLOB fuzz_content ${CMAKE_SOURCE_DIR}/src/content/*.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
  add_executable(fuzz_deck fuzz/fuzz_deck.c ${fuzz_content} ${CMAKE_SOURCE_DIR}/src/core/card.c)
  target_include_directories(fuzz_deck PRIVATE ${CMAKE_SOURCE_DIR}/src/base
    ${CMAKE_SOURCE_DIR}/src/core ${CMAKE_SOURCE_DIR}/src/content)
  target_link_libraries(fuzz_deck PRIVATE PkgConfig::YAML)
  target_compile_options(fuzz_deck PRIVATE -fsanitize=fuzzer,address,undefined)
  target_link_options(fuzz_deck PRIVATE -fsanitize=fuzzer,address,undefined)
endif()
