using System.Text.Json;
using Sovia.Import;
using Sovia.Import.Json;
using Sovia.Library.Dates;

namespace Sovia.Tests.Import;

public sealed class UnreadTimeTests
{
    [Theory]
    [InlineData("25-09-2024 11:24:04")]
    [InlineData("09-10-2024 11:24:04")]
    [InlineData("09-10-2024")]
    [InlineData("9/10/2024, 11:24:04 AM")]
    [InlineData("9/10/2024")]
    [InlineData("\u200E9/10/2024,\u202F11:24")]
    public void a_day_that_may_be_a_month_is_not_guessed(string written)
    {
        Assert.Null(SourceTime.Read(written));
        Assert.True(LooseDateParser.IsAmbiguous(written));
        var issues = new List<ImportIssue>();
        var item = new JsonItem("$[3]", JsonSerializer.SerializeToElement(new { id = Guid.NewGuid(), createTime = written }));
        Assert.Null(ItemNormaliser.NormaliseItem(item, "a.json", issues.Add).Single().Post.CreatedAt);
        var issue = Assert.Single(issues);
        Assert.Equal((IssueCode.TimeInvalid, "$[3]", false), (issue.Code, issue.Path, issue.Rejected));
        Assert.Contains("is ambiguous: day and month", issue.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2024-13-05T11:24:04Z")]
    [InlineData("2024-02-30T11:24:04Z")]
    [InlineData("2024-09-05T25:00:00Z")]
    [InlineData("2024-09-05T11:61:00Z")]
    [InlineData("2024-09-05T24:00:01Z")]
    [InlineData("2024-09-05 11:24:04 XYZT")]
    [InlineData("2024-09-05 13:24:04 AM")]
    [InlineData("2024-09-05T11:24:04+25:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("13/14/2024")]
    [InlineData("Foo 5, 2024")]
    [InlineData("2024-09")]
    [InlineData("-1725535444")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("11:24:04")]
    [InlineData("")]
    public void invalid_times_are_null(string written) => Assert.Null(SourceTime.Read(written));
}
