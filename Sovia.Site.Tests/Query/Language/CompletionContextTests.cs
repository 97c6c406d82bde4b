using Sovia.Query.Language;

namespace Sovia.Tests.Query.Language;

public sealed class CompletionContextTests
{
    [Theory]
    [InlineData("^")]
    [InlineData("dragon ^")]
    [InlineData("-^")]
    [InlineData("(^")]
    [InlineData("\"ty^pe\"")]
    [InlineData("16^")]
    [InlineData("foo:ba^")]
    public void nothing_to_complete(string typed) => Assert.Equal(CompletionContext.CompletionKind.Nothing, At(typed).Kind);

    [Theory]
    [InlineData("ty^", "ty", "ty")]
    [InlineData("dragon -mo^", "mo", "mo")]
    [InlineData("(da^te", "da", "date")]
    [InlineData("o^r", "o", "or")]
    [InlineData("ty^pe:video", "ty", "type:")]
    public void a_metatag_s_name(string typed, string prefix, string replaced) =>
    AssertCompletion(typed, CompletionContext.CompletionKind.Name, null, prefix, replaced);

    [Theory]
    [InlineData("type:^", "type", "", "")]
    [InlineData("a -type:vi^", "type", "vi", "vi")]
    [InlineData("model:a,b^c,d", "model", "b", "bc")]
    [InlineData("model:a,^", "model", "", "")]
    [InlineData("in:\"my b^", "in", "my b", "\"my b")]
    [InlineData("in:\"my b^est\" x", "in", "my b", "\"my best\"")]
    [InlineData("in:\"my best\"^", "in", "my best", "\"my best\"")]
    [InlineData("in:^\"my best\"", "in", "", "\"my best\"")]
    public void a_metatag_s_value(string typed, string tag, string prefix, string replaced) =>
    AssertCompletion(typed, CompletionContext.CompletionKind.Value, tag, prefix, replaced);

    private static void AssertCompletion(string typed, CompletionContext.CompletionKind kind, string? tag, string prefix, string replaced)
    {
        var at = At(typed);
        Assert.Equal((kind, tag, prefix), (at.Kind, at.Metatag?.Name, at.Prefix));
        Assert.Equal(replaced, typed.Replace("^", "", StringComparison.Ordinal).Substring(at.Start, at.Length));
    }

    private static CompletionContext At(string typed) =>
        CompletionContext.FromCaret(typed.Replace("^", "", StringComparison.Ordinal), typed.IndexOf('^', StringComparison.Ordinal));
}
