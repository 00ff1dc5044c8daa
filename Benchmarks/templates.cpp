// Renders a Mustache template over and over with the values of many pages, for templates.py: the engine beside Plaza's own is
// kainjow's Mustache (Debian: libkainjow-mustache-dev).
//
// usage: templates TEMPLATE VALUES.json ROUNDS OUTPUT
//
// Prints the microseconds of processor time that a page takes in the fastest round; OUTPUT gets all pages after each other.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

using kainjow::mustache::data;

static std::string content(const char *path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

static data value(const nlohmann::json &json) {
    if (json.is_boolean()) return data(json.get<bool>());
    if (json.is_string()) return data(json.get<std::string>());
    if (json.is_array()) {
        data list{data::type::list};
        for (const auto &item : json) list << value(item);
        return list;
    }
    data object{data::type::object};
    for (const auto &[name, item] : json.items()) object.set(name, value(item));
    return object;
}

static double seconds() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count != 5) return 64;
    kainjow::mustache::mustache page(content(arguments[1]));
    std::vector<data> pages;
    for (const auto &json : nlohmann::json::parse(content(arguments[2]))) pages.push_back(value(json));
    double best = 1e9;
    for (int round = std::atoi(arguments[3]); round > 0; round--) {
        size_t bytes = 0;
        const double start = seconds();
        for (const auto &values : pages) bytes += page.render(values).size();
        if (bytes > 0) best = std::min(best, seconds() - start);
    }
    std::ofstream output(arguments[4]);
    for (const auto &values : pages) output << page.render(values);
    std::printf("%f\n", best / pages.size() * 1e6);
}
