using System.Reflection;
using Sovia.Import;
using Sovia.Import.Issues;

namespace Sovia.Tests.Import.Issues;

public sealed class IssueWordsTests
{
    public static TheoryData<string> Codes => [.. typeof(IssueCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(code => code.IsLiteral).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Codes))]
    public void every_code_has_a_title_a_meaning_and_a_cure(string code)
    {
        Assert.True(IssueWords.Has(code), $"{code} has no words");
        var words = IssueWords.Of(code);
        Assert.All(new[] { words.Title, words.Meaning, words.Cure }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(new[] { words.Meaning, words.Cure }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Fact]
    public void a_code_of_a_newer_version_is_said_to_be_one() =>
        Assert.Contains("newer version", IssueWords.Of("W_FROM_THE_FUTURE").Meaning, StringComparison.Ordinal);
}
