/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Linked into the tests with widgets under the leak sanitizer. GLib keeps its quarks, which GTK has
 * thousands of, in a table in steps of 2048, and never frees the one that a larger one has replaced:
 * other threads may be reading there. No suppression can name those tables, since the first is made
 * before main, where stacks have no names; they are known by their size.
 */
#include <sanitizer/lsan_interface.h>

#define STEP (2048 * sizeof (char *))

/* The sanitizer calls it after every allocation. */
void __sanitizer_malloc_hook (const volatile void *block, size_t size);

void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (size > 0 && size % STEP == 0)
    __lsan_ignore_object ((const void *) block);
}
