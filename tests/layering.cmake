# SPDX-License-Identifier: GPL-2.0-or-later
# Includes point one way: corpus <- indexer <- query, and corpus, indexer <- web-static; the program in
# query/jobun may use all. Within indexer: analysis, citations <- definitions, delegations, norms <- prose. Third-party headers stay in .cc files. Run as: cmake -DROOT=… -P layering.cmake
cmake_minimum_required(VERSION 3.25)

set(may_include_corpus "corpus")
set(may_include_corpus/documents "corpus;corpus/documents")
set(may_include_indexer/analysis "corpus;indexer/analysis")
set(may_include_indexer/citations "corpus;indexer/citations")
set(may_include_indexer/delegations "corpus;indexer/citations;indexer/delegations")
set(may_include_indexer/norms "corpus;indexer/citations;indexer/norms")
set(may_include_indexer/definitions "corpus;indexer/analysis;indexer/citations;indexer/definitions")
set(may_include_indexer/prose
  "corpus;corpus/documents;indexer/citations;indexer/definitions;indexer/prose")
set(corpus_and_indexer
  "corpus;corpus/documents;indexer;indexer/analysis;indexer/citations;indexer/definitions;indexer/delegations;indexer/norms;indexer/prose")
set(may_include_indexer "${corpus_and_indexer}")
set(may_include_query "${corpus_and_indexer};query")
set(may_include_web-static "${corpus_and_indexer};web-static")
set(may_include_query/jobun "${corpus_and_indexer};query;web-static;query/jobun")

set(failures 0)
set(files 0)
foreach(folder corpus corpus/documents indexer/analysis indexer/citations indexer/definitions
        indexer/delegations indexer/norms indexer/prose indexer query web-static query/jobun)
  file(GLOB sources "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cc")
  foreach(source IN LISTS sources)
    math(EXPR files "${files} + 1")
    file(RELATIVE_PATH name "${ROOT}" "${source}")
    file(STRINGS "${source}" includes REGEX "^#include ")
    foreach(line IN LISTS includes)
      if(line MATCHES "^#include \"(.+)/[^/]+\"")
        if(NOT CMAKE_MATCH_1 IN_LIST may_include_${folder})
          message(SEND_ERROR "${name}: ${folder} must not include ${CMAKE_MATCH_1}: ${line}")
        endif()
      elseif(name MATCHES "\\.h$" AND line MATCHES "^#include <[^>]*[/.]")
        # Headers of the standard library have neither a folder nor an ending. The program's own
        # records are JSON by nature.
        if(NOT (folder STREQUAL "query/jobun" AND line MATCHES "nlohmann/json.hpp"))
          message(SEND_ERROR "${name}: a third-party header in a header: ${line}")
        endif()
      endif()
    endforeach()
  endforeach()
endforeach()
if(files LESS 40)
  message(SEND_ERROR "only ${files} files seen: is ROOT right?")
endif()
