using System.Reflection;
using Sovia.Import;
using Sovia.Import.Issues;

namespace Sovia.Tests.Import.Issues;

public sealed class IssueMessageTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(IssueCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(code => code.IsLiteral)
            .Select(code => (string)code.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Codes))]
    public void every_code_has_a_title_and_a_meaning_and_says_what_to_do_unless_it_is_a_note(string code)
    {
        Assert.True(IssueMessage.HasCode(code), $"{code} has no words");
        var words = IssueMessage.FindByCode(code);
        Assert.All(new[] { words.Title, words.Meaning, words.Remedy ?? "-" }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(new[] { words.Meaning, words.Remedy ?? "." }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        // "Nothing to do" is not said at all, and what was not imported always has a cure.
        Assert.DoesNotContain("Nothing to do", words.Remedy ?? "", StringComparison.Ordinal);
        Assert.Equal(words.Remedy is null, IssueMessage.GetSeverity(code) == IssueSeverity.Note);
        if (code.StartsWith('E')) Assert.NotNull(words.Remedy);
    }

    [Fact]
    public void a_code_of_a_newer_version_is_said_to_be_one() =>
        Assert.Contains("newer version", IssueMessage.FindByCode("W_FROM_THE_FUTURE").Meaning, StringComparison.Ordinal);
}
