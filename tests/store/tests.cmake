# SPDX-License-Identifier: MIT
# The store: both twins, the file and its folder, damage, and disks that fail.
foreach(name twins file versions history backups damage faults kill)
  tb_add_test(test_store_${name}
    SOURCES store/test_store_${name}.c store/store_kit.c store/store_faults.c
    LIBS tb_store)
endforeach()
