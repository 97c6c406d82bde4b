using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class PromptCsvTests
{
    [Theory]
    [InlineData("a heron", "a heron")]
    [InlineData("", "")]
    [InlineData("a heron, asleep", "\"a heron, asleep\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    public void a_cell_is_quoted_where_it_must_be_and_never_a_formula(string text, string cell) =>
    Assert.Equal(cell, PromptCsv.FormatCell(text));

    [Fact]
    public void a_line_has_as_many_cells_as_the_header()
    {
        var line = PromptCsv.FormatLine(new()
        {
            Key = -2,
            Text = "stars",
            Uses = 3,
            Families = 2,
            FirstAt = Make.Start,
            Likes = 1,
            BestRating = 4,
            Models = ["a", "b"],
            Tags = ["sea"],
            IdeaAt = Make.Start
        });
        Assert.Equal("fffffffffffffffe,stars,3,2,2025-10-01T12:00:00Z,,1,4,\"a; b\",,yes,sea\r\n", line);
        Assert.Equal(PromptCsv.Header.Count(c => c == ','), line.Count(c => c == ','));
    }
}
