# SPDX-License-Identifier: MIT
# What authors write: YAML, decks, texts, places, and all of it loaded from folders.
function(tb_add_content_test name)
  tb_add_test(${name} SOURCES content/${name}.c content/content_check.c
    LIBS tb_base tb_core tb_content)
endfunction()

tb_add_content_test(test_deck_fields)
tb_add_content_test(test_talks)
tb_add_content_test(test_chapters)
tb_add_content_test(test_yaml)
tb_add_content_test(test_decks)
tb_add_content_test(test_strings)
tb_add_content_test(test_places)
tb_add_content_test(test_content)
tb_add_content_test(test_phone_page)
tb_add_test(test_deck_pack SOURCES content/test_deck_pack.c
  ${CMAKE_SOURCE_DIR}/tools/deck_pack_write.c LIBS tb_base tb_core tb_content)
target_include_directories(test_deck_pack PRIVATE ${CMAKE_SOURCE_DIR}/tools)
