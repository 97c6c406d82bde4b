using System.Globalization;
using Sovia.Synthetic;

namespace Sovia.Bench;

/// <summary>Everything that is measured. Another row is another line.</summary>
internal static class Rows
{
    private const int Seeds = 20, Queries = 30_000, OtherPages = 400;

    private static readonly int[] TypedLetters = [1, 2, 3, 5];

    // Common and rare words, real and invented ones, of every sort of beginning.
    private static readonly string[] Typed = [BenchmarkTerms.Common, BenchmarkTerms.Uncommon, BenchmarkTerms.Rare, "camera", "stand",
        "zoome", "dragon", "unicorn", "brand", "watercolour"];

    /// <summary>The rows for a library.</summary>
    public static IReadOnlyList<Row> For(LibrarySample facts) =>
    [
        new("page of 50", ["/"], Floors.Page),
        new("page of 50, packed", ["/"]) { Packed = true },
        new("page of 50 again", ["/"]) { MayBeCached = true },
        new("page of 50 not modified", ["/"]) { MayBeCached = true, HasPage = true },
        new($"page {facts.FarNumber.ToString("N0", CultureInfo.InvariantCulture)}", [facts.FarPath], Floors.PageAt(facts)),
        new("at= in the middle", [.. facts.Middle.Select(id => $"/?at={id}")], Floors.PageAt(facts)),
        new("type=image", ["/?type=image"], Floors.Fact("type=image")),
        new("type=video", ["/?type=video"], Floors.Fact("type=video")),
        new("type=video and liked", ["/?type=video&liked=true"], Floors.Facts("type=video", "liked=true")),
        new("-type:video", [Search("-type:video")]),
        new("cover:video", [Search("cover:video")], Floors.Fact("cover=video")),
        new("liked=true", ["/?liked=true"], Floors.Fact("liked=true")),
        new("liked=false", ["/?liked=false"], Floors.Fact("liked=false")),
        new("model, common", ["/?model=imagine_w_1"], Floors.Fact("model=imagine_w_1")),
        new("model, rare", ["/?model=imagine_w_speech_1"], Floors.Fact("model=imagine_w_speech_1")),
        new("mode=custom", ["/?mode=custom"], Floors.Fact("mode=custom")),
        new("mode=speech", ["/?mode=speech"], Floors.Fact("mode=speech")),
        new("model and mode and liked", ["/?model=imagine_xdit_1&mode=normal&liked=true"]),
        new("sort=date_asc", ["/?sort=date_asc"], Floors.Sorted("sort_at, id")),
        new("sort=model", ["/?sort=model"], Floors.Sorted("model, sort_at, id")),
        new("sort=type", ["/?sort=type"], Floors.Sorted("kind, sort_at, id")),
        new("sort=videos", ["/?sort=videos"], Floors.Sorted("videos desc, sort_at desc, id desc")),
        new("sort=likes", ["/?sort=likes"], Floors.Sorted("liked desc, sort_at desc, id desc")),
        new("sort=random", [.. Enumerable.Range(1, Seeds).Select(seed => $"/?sort=random&seed={seed}")], Floors.Random),
        new("unit=post", ["/?unit=post"], Floors.Posts),
        new("word in 90 %", [Search(BenchmarkTerms.Common)], Floors.Words(BenchmarkTerms.Common)),
        new("word in 1 %", [Search(BenchmarkTerms.Uncommon)], Floors.Words(BenchmarkTerms.Uncommon)),
        new("word in 0.01 %", [Search(BenchmarkTerms.Rare)], Floors.Words(BenchmarkTerms.Rare)),
        new("word nowhere", [Search("xylothorpe")], Floors.Words("xylothorpe")),
        new("two words", [Search($"{BenchmarkTerms.Common} {BenchmarkTerms.Uncommon}")],
            Floors.Words($"{BenchmarkTerms.Common} & {BenchmarkTerms.Uncommon}")),
        new("phrase", [Search($"\"{BenchmarkTerms.Phrase}\"")],
            Floors.Words(BenchmarkTerms.Phrase.Replace(" ", " <-> ", StringComparison.Ordinal))),
        new("prefix", [Search($"{BenchmarkTerms.Uncommon[..4]}*")], Floors.Words($"{BenchmarkTerms.Uncommon[..4]}:*")),
        .. TypedLetters.Select(letters => new Row($"typed, {letters} {(letters == 1 ? "letter" : "letters")}",
            [.. Typed.Select(word => Search(word[..letters]))]) { IsTyped = true }),
        new("or", [Search($"{BenchmarkTerms.Uncommon} or {BenchmarkTerms.Rare}")],
            Floors.Words($"{BenchmarkTerms.Uncommon} | {BenchmarkTerms.Rare}")),
        new("not", [Search($"{BenchmarkTerms.Uncommon} -{BenchmarkTerms.Common}")],
            Floors.Words($"{BenchmarkTerms.Uncommon} & !{BenchmarkTerms.Common}")),
        new("facets", ["/facets"], Floors.Facets),
        new("facets again", ["/facets"]) { MayBeCached = true },
        new("facets, word in 1 %", [$"/facets?search={BenchmarkTerms.Uncommon}"]),
        new("stats by API", [.. GetUncachedPaths("/api/stats?", "")]) { IsAskedOnce = true },
        new("media by API", ["/api/media"], Floors.Members),
        new("media by API, other families each time",
            [.. Enumerable.Range(0, OtherPages).Select(page => $"/api/media?skip={50 * page % facts.Families}")]),
        new($"media by API, skip={Half(facts)}", [$"/api/media?skip={Half(facts)}"], Floors.MembersAfter(Half(facts))),
        new("check-existing of 1,000 by API", [$"POST\t/api/check-existing\t[{string.Join(',', facts.Ids.Select(id => $"\"{id}\""))}]"],
            Floors.Known(facts.Ids)),
        new("stats by API again", ["/api/stats"]) { MayBeCached = true },
        new("stats by model", [.. GetUncachedPaths("/api/stats?by=model&", "type:video ")]) { IsAskedOnce = true },
        new("stats by hour", [.. GetUncachedPaths("/api/stats?by=hour&", "type:video ")]) { IsAskedOnce = true },
        new("stats by tag", [.. GetUncachedPaths("/api/stats?by=tag&", "type:video ")]) { IsAskedOnce = true },
        new("stats by model and mode", [.. GetUncachedPaths("/api/stats?by=model,mode&", "type:video ")]) { IsAskedOnce = true },
        new("stats page", [.. GetUncachedPaths("/stats?", "")]) { IsAskedOnce = true },
        new("stats page again", ["/stats"]) { MayBeCached = true },
        new("one post", [.. facts.Middle.Select(id => $"/posts/{id}")]),
        new("prompts", ["/prompts"]),
        new("prompts again", ["/prompts"]) { MayBeCached = true },
        new("prompts, most liked", ["/prompts?sort=likes"]),
        new("prompts, word in 1 %", [$"/prompts?search={BenchmarkTerms.Uncommon}"]),
        new("prompt", [.. facts.Prompts.Select(key => $"/prompts/{key}")]),
        new("similar: strip of a post", [.. facts.RootsWithPrompt.Select(id => $"/posts/{id}/similar?handler=Strip")]),
        new("similar: page", [.. facts.RootsWithPrompt.Select(id => $"/posts/{id}/similar")]),
        new("similar: to five at once", [.. facts.RootsWithPrompt.Chunk(5).Select(ids => $"/similar?ids={string.Join(',', ids)}")]),
    ];

    /// <summary>The rows for a library about which much was decided.</summary>
    public static IReadOnlyList<Row> ForAnnotatedLibrary(LibrarySample facts) =>
    [
        new("decided: page of 50", ["/"]),
        new("decided: rating:>=4", [Search("rating:>=4")]),
        new("decided: rating=5", ["/?rating=5"]),
        new("decided: tag, 20 %", [Search("tag:\"tag 1\"")]),
        new("decided: tag, 1 %", [Search("tag:\"tag 61\"")]),
        new("decided: not a tag of 20 %", [Search("-tag:\"tag 1\"")]),
        new("decided: sort=rating", ["/?sort=rating"]),
        new("decided: liked=true", ["/?liked=true"]),
        new("decided: tag and word", [Search($"tag:\"tag 1\" {BenchmarkTerms.Common}")]),
        new("decided: facets", ["/facets"]),
        new("decided: facets, rated", ["/facets?rating=5"]),
        new("decided: stats page", [.. GetUncachedPaths("/stats?", "")]) { IsAskedOnce = true },
        new("decided: like by API", [.. Patches(facts, "{\"liked\":true}", "{\"liked\":false}")]) { Changes = true },
        new("decided: rating by API", [.. Patches(facts, "{\"rating\":4}", "{\"rating\":2}")]) { Changes = true },
        new("decided: tag by API", [.. Patches(facts, "{\"add_tags\":[\"new\"]}", "{\"remove_tags\":[\"new\"]}")]) { Changes = true },
    ];

    private static IEnumerable<string> Patches(LibrarySample facts, params string[] bodies) =>
        bodies.SelectMany(body => facts.Middle.Select(id => $"PATCH\t/api/posts/{id}/annotation\t{body}"));

    // Counts are cached, so each path has another start date, which is before all posts.
    private static IEnumerable<string> GetUncachedPaths(string path, string words) => Enumerable.Range(0, Queries).Select(day =>
        $"{path}search={Uri.EscapeDataString($"{words}date:>={new DateOnly(1990, 1, 1).AddDays(day):yyyy-MM-dd}")}");

    private static int Half(LibrarySample facts) => facts.Families / 2;

    private static string Search(string words) => $"/?search={Uri.EscapeDataString(words)}";
}
