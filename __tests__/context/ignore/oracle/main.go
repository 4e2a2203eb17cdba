// Writes ../verdicts.json: what Docker's own matcher and walker say about generated ignore files.
//
// The tests read the checked-in result and need no Go. To make it again, with the same seed (Go 1.25 or later, as the names
// of Unicode classes follow the Go that builds it):
//
//	cd __tests__/context/ignore/oracle && go run . > ../verdicts.json
//
// To ask about more, beside that sample; a tree has about 3,000 pairs of ignore file and path:
//
//	go run . -seed 7 -trees 240 > /tmp/more.json
//	IGNORE_VERDICTS=/tmp/more.json npm test -- __tests__/context/ignore/verdicts.test.ts
package main

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	gofs "io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
)

// verdict is one ignore file on one tree. A digit per path of the tree, in its order.
type verdict struct {
	Ignore string `json:"ignore"`
	// Bytes is set, in base64, in place of Ignore where these are no UTF-8.
	Bytes []byte `json:"bytes,omitempty"`
	Tree  int    `json:"tree"`
	// Walk has 1 for what a build context holds; folders above something kept are held too.
	Walk string `json:"walk,omitempty"`
	// Kept has 1 for what the chain of parents' results keeps, without pruning.
	Kept string `json:"kept,omitempty"`
	// Error is set where Docker refuses a line, at once or when it first tries the pattern.
	Error bool `json:"error,omitempty"`
}

type fixture struct {
	Patternmatcher string     `json:"patternmatcher"`
	Fsutil         string     `json:"fsutil"`
	Seed           int64      `json:"seed"`
	Trees          [][]string `json:"trees"`
	Verdicts       []verdict  `json:"verdicts"`
}

var realistic = []string{
	"node_modules", "**/node_modules", "*.log", "**/*.pyc", "__pycache__/", "/dist", "src/**", "!src/app.py",
	"!**/*.md", "docs", "!docs/**/*.md", "*", "!src", "!README.md", ".env*", "!.env.example", "**/.DS_Store",
	"build/", "!build/keep", "src/*/test", "a?.txt", "[a-c].txt", "**/test/**", "!**/test/keep.txt", ".git",
	"src/**/*.py", "**/__pycache__", "!src/**", "./x", "a//b", "# a comment", " # no comment", "docs/../src", "**/*",
	"!*/*.md", "data(1).csv", "c++", "lib/$x", "*.{js,ts}", "**", "!a/b", "?", "!*", "src/x", "!/src/x/y",
}

var pieces = []string{
	"a", "b", "ab", "src", "x", "y", ".", "..", "*", "**", "?", "/", "/", "/", "[a-c]", "[^a]", "[!a]", "\\*", "\\a",
	"\\d", "\\w", "\\s", "|", "{", "}", "{2}", "{1,2}", "^", "$", "+", "(", ")", "!", "#", " ", "é", "🙂", "[", "]", "-",
	"\\ps", "\\pl", "\\p{greek}", "\\P{^ L_l}", "\\p{Uppercase letter}", "\\p{Old_Italic}", "\\p{any}", "\\pX", "\\p{", "\ufeff", "\ufeff",
	"\\", "[*]", "[[:alpha:]]", "\\Q", "\\E", "\\x61", "\\pL", "\\b", "[\\d]", "[a-]", "[]a]", "[x", "\\z", "~", ",",
}

var names = []string{
	"a", "b", "c", "ab", "aa", "src", "x", "y", "docs", "test", "node_modules", "__pycache__", "build", "dist",
	"README.md", "app.py", "app.pyc", "keep", "keep.txt", ".env", ".env.example", "a.txt", "c.txt", "data(1).csv",
	"c++", "x.log", "a|b", "{a}", "^a", "é", "🙂", "#x", "!a", "a b", "\\a", "1", "a{2}", "x\ny", "*", "[a]", "index.js",
	"\ufeffa", "\ufeffb.pem", "b.pem", "α", "+", "A",
}

func pick(r *rand.Rand, from []string) string { return from[r.Intn(len(from))] }

func tree(r *rand.Rand) []string {
	held := map[string]bool{}
	for len(held) < 26 {
		path := ""
		for depth := 1 + r.Intn(4); depth > 0; depth-- {
			path = filepath.Join(path, pick(r, names))
			held[path] = true
		}
	}
	paths := make([]string, 0, len(held))
	for path := range held {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	return paths
}

// isFolder tells whether something lies below a path; every third of the others is an empty folder.
func isFolder(paths []string, index int) bool {
	for _, other := range paths {
		if strings.HasPrefix(other, paths[index]+"/") {
			return true
		}
	}
	return index%3 == 0
}

func ignoreFile(r *rand.Rand, paths []string, hostile bool) string {
	lines := []string{}
	for count := 1 + r.Intn(5); count > 0; count-- {
		line := ""
		switch {
		case hostile:
			for parts := 1 + r.Intn(5); parts > 0; parts-- {
				line += pick(r, pieces)
			}
		case r.Intn(3) == 0:
			line = globbed(r, pick(r, paths))
		default:
			line = pick(r, realistic)
		}
		if r.Intn(4) == 0 {
			line = "!" + line
		}
		lines = append(lines, line)
	}
	return encoded(r, lines)
}

// encoded joins the lines; now and then as no editor on Linux would.
func encoded(r *rand.Rand, lines []string) string {
	text := strings.Join(lines, "\n")
	switch r.Intn(24) {
	case 0:
		return "\ufeff" + strings.Join(lines, "\n\ufeff")
	case 1:
		return strings.Join(lines, "\r\n")
	case 2:
		return strings.Join(lines, "\r")
	case 3:
		bytes := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(text)) {
			bytes = binary.LittleEndian.AppendUint16(bytes, unit)
		}
		return string(bytes)
	case 4, 5:
		bytes := []byte{}
		for _, char := range text {
			bytes = append(bytes, byte(char))
		}
		return string(bytes)
	}
	return text
}

// globbed is a path with parts of it replaced by wildcards, so that it often matches.
func globbed(r *rand.Rand, path string) string {
	parts := strings.Split(path, "/")
	for index := range parts {
		switch r.Intn(6) {
		case 0:
			parts[index] = "*"
		case 1:
			parts[index] = "**"
		case 2:
			parts[index] = "?" + string([]rune(parts[index])[1:])
		case 3:
			parts[index] = string([]rune(parts[index])[:1]) + "*"
		}
	}
	return strings.Join(parts, "/")
}

// refused tries every pattern on its own, because Docker compiles a pattern only when it first needs it.
func refused(patterns []string) bool {
	for _, pattern := range patterns {
		matcher, err := patternmatcher.New([]string{pattern})
		if err != nil {
			return true
		}
		for _, one := range matcher.Patterns() {
			if one.Exclusion() {
				matcher, err = patternmatcher.New([]string{"**", pattern})
			}
		}
		if err != nil {
			return true
		}
		if _, err := matcher.MatchesOrParentMatches("q"); err != nil {
			return true
		}
	}
	return false
}

func digits(paths []string, held func(int) bool) string {
	var text strings.Builder
	for index := range paths {
		if held(index) {
			text.WriteByte('1')
		} else {
			text.WriteByte('0')
		}
	}
	return text.String()
}

func walk(root string, paths, patterns []string) (string, error) {
	files, err := fsutil.NewFS(root)
	if err != nil {
		return "", err
	}
	filtered, err := fsutil.NewFilterFS(files, &fsutil.FilterOpt{ExcludePatterns: patterns})
	if err != nil {
		return "", err
	}
	held := map[string]bool{}
	err = filtered.Walk(context.Background(), "", func(path string, _ gofs.DirEntry, err error) error {
		held[path] = true
		return err
	})
	return digits(paths, func(index int) bool { return held[paths[index]] }), err
}

func kept(paths, patterns []string) (string, error) {
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return "", err
	}
	var failure error
	text := digits(paths, func(index int) bool {
		var parent patternmatcher.MatchInfo
		excluded := false
		parts := strings.Split(paths[index], "/")
		for depth := range parts {
			excluded, parent, err = matcher.MatchesUsingParentResults(strings.Join(parts[:depth+1], "/"), parent)
			if err != nil {
				failure = err
			}
		}
		return !excluded
	})
	return text, failure
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func grow(root string, paths []string) {
	for index, path := range paths {
		full := filepath.Join(root, path)
		if isFolder(paths, index) {
			must(os.MkdirAll(full, 0o755))
		} else {
			must(os.WriteFile(full, nil, 0o644))
		}
	}
}

func judge(text string, number int, root string, paths []string) verdict {
	one := verdict{Ignore: text, Tree: number}
	if !utf8.ValidString(text) {
		one = verdict{Bytes: []byte(text), Tree: number}
	}
	patterns, err := ignorefile.ReadAll(strings.NewReader(text))
	if err != nil || refused(patterns) {
		one.Error = true
		return one
	}
	one.Walk, err = walk(root, paths, patterns)
	must(err)
	one.Kept, err = kept(paths, patterns)
	must(err)
	return one
}

func lines(file string) []string {
	content, err := os.ReadFile(file)
	must(err)
	return strings.Split(strings.TrimSpace(string(content)), "\n")
}

// timeMatches prints how many paths are excluded and the milliseconds this took; every folder is asked once, as in a walk.
func timeMatches(patterns, paths string) {
	all := lines(paths)
	began := time.Now()
	matcher, err := patternmatcher.New(lines(patterns))
	must(err)
	// The zero value would have the matcher ask about the parents again.
	folders := map[string]patternmatcher.MatchInfo{}
	excluded := 0
	var judge func(path string) (bool, patternmatcher.MatchInfo)
	judge = func(path string) (bool, patternmatcher.MatchInfo) {
		parent := patternmatcher.MatchInfo{}
		if at := strings.LastIndexByte(path, '/'); at >= 0 {
			known, ok := folders[path[:at]]
			if !ok {
				_, known = judge(path[:at])
				folders[path[:at]] = known
			}
			parent = known
		}
		out, info, err := matcher.MatchesUsingParentResults(path, parent)
		must(err)
		return out, info
	}
	for _, path := range all {
		if out, _ := judge(path); out {
			excluded++
		}
	}
	fmt.Println(excluded, float64(time.Since(began).Microseconds())/1000)
}

func main() {
	seed := flag.Int64("seed", 20261122, "of the generator")
	trees := flag.Int("trees", 24, "how many, with 150 ignore files each")
	timed := flag.Bool("time", false, "time the matcher instead: the arguments are a file of patterns and one of paths")
	flag.Parse()
	if *timed {
		timeMatches(flag.Arg(0), flag.Arg(1))
		return
	}
	r := rand.New(rand.NewSource(*seed))
	made := fixture{Patternmatcher: "v0.6.1", Fsutil: "83cac42c1c52", Seed: *seed}
	scratch, err := os.MkdirTemp("", "ignore-oracle")
	must(err)
	defer os.RemoveAll(scratch)
	for number := 0; number < *trees; number++ {
		paths := tree(r)
		root := filepath.Join(scratch, fmt.Sprint(number))
		grow(root, paths)
		made.Trees = append(made.Trees, paths)
		for turn := 0; turn < 150; turn++ {
			made.Verdicts = append(made.Verdicts, judge(ignoreFile(r, paths, turn%2 == 0), number, root, paths))
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	must(encoder.Encode(made))
}
