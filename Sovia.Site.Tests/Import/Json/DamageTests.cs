using Sovia.Import;

namespace Sovia.Tests.Import.Json;

/// <summary>Damage in the middle of a file costs what it hit, and nothing behind it.</summary>
public sealed class DamageTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 40).Select(i => $"aaaaaaaa-0000-4000-8000-{i:d12}")];

    [Theory]
    [InlineData("""{"id":"{id}","prompt":"cut in its te""")]
    [InlineData("""{"id":"{id}","childPosts":[{"id":"bbbbbbbb-0000-4000-8000-000000000001"}""")]
    [InlineData("""{"id":"{id}",oops}""")]
    [InlineData("""{"id":"{id}",""")]
    [InlineData("oops")]
    [InlineData("""{"id":"{id}","prompt":"whole"}}}""")]
    public void a_damaged_line_is_left_out_and_the_next_one_read(string line)
    {
        // The last one has its id before the damage, and is whole.
        var isWhole = line.EndsWith("}}}", StringComparison.Ordinal);
        foreach (var at in new[] { 1, 20, 38 })
        {
            var lines = Ids.Select((id, i) => i == at ? line.Replace("{id}", id, StringComparison.Ordinal) : Line(id)).ToArray();
            foreach (var text in new[] { string.Join('\n', lines), string.Join("\r\n", lines),
                string.Concat(lines.Select(one => one + "\n\n")) })
            {
                var result = SourceItems.Read(text);
                Assert.Equal(Ids.Where((_, i) => i != at || isWhole), result.Posts.Select(post => post.Id.ToString()).Where(Ids.Contains));
                Assert.Equal(IssueCode.Truncated, result.Codes.Distinct().Single());
            }
        }
    }

    [Fact]
    public void posts_after_a_damaged_line_are_read()
    {
        var result = SourceItems.Read($"[\n{string.Join(",\n", Ids.Select((id, i) => i == 7 ? "{\"id\":" : Line(id)))}\n]");
        Assert.Equal(Ids.Where((_, i) => i != 7), result.Posts.Select(post => post.Id.ToString()));
        Assert.Contains(IssueCode.Truncated, result.Codes);
    }

    [Fact]
    public void damage_without_end_ends()
    {
        var result = SourceItems.Read(string.Concat(Enumerable.Repeat("{\"id\":\n", 200_000)));
        Assert.Empty(result.Posts);
        Assert.InRange(result.Issues.Count, 1, 1_100);
    }

    private static string Line(string id) => $$"""{"id":"{{id}}","prompt":"{{new string('x', 3000)}}"}""";
}
