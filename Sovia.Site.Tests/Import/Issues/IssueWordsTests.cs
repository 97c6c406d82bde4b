using System.Reflection;
using Sovia.Import;
using Sovia.Import.Issues;

namespace Sovia.Tests.Import.Issues;

public sealed class IssueWordsTests
{
    public static TheoryData<string> Codes => [.. typeof(IssueCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(code => code.IsLiteral).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Codes))]
    public void every_code_has_a_title_and_a_meaning_and_says_what_to_do_unless_it_is_a_note(string code)
    {
        Assert.True(IssueWords.Has(code), $"{code} has no words");
        var words = IssueWords.Of(code);
        Assert.All(new[] { words.Title, words.Meaning, words.Cure ?? "-" }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(new[] { words.Meaning, words.Cure ?? "." }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        // "Nothing to do" is not said at all, and what was not imported always has a cure.
        Assert.DoesNotContain("Nothing to do", words.Cure ?? "", StringComparison.Ordinal);
        Assert.Equal(words.Cure is null, IssueWords.SeverityOf(code) == IssueSeverity.Note);
        if (code.StartsWith('E')) Assert.NotNull(words.Cure);
    }

    [Fact]
    public void a_code_of_a_newer_version_is_said_to_be_one() =>
        Assert.Contains("newer version", IssueWords.Of("W_FROM_THE_FUTURE").Meaning, StringComparison.Ordinal);
}
