#pragma once
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

inline std::string contents(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}
