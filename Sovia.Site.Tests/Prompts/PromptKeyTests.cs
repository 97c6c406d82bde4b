using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class PromptKeyTests
{
    [Theory]
    [InlineData("A lighthouse at dusk", "  a LIGHTHOUSE at dusk \n")]
    [InlineData("A lighthouse at dusk", "A lighthouse at dusk --mode=custom")]
    [InlineData("A lighthouse at dusk", "https://assets.grok.com/users/1/2/content A lighthouse at dusk --mode=extremely-crazy ")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("Ночь", "НОЧЬ")]
    public void texts_that_differ_in_case_space_or_artefacts_are_one_prompt(string one, string other) =>
    Assert.Equal(PromptKey.Compute(one), PromptKey.Compute(other));

    [Theory]
    [InlineData("A lighthouse at dusk", "A lighthouse at dusk.")]
    [InlineData("A lighthouse at dusk", "A  lighthouse at dusk")]
    [InlineData("stars --ar 3:2", "stars")]
    [InlineData("https://example.com/a stars", "stars")]
    [InlineData("ё", "е")]
    public void other_texts_are_other_prompts(string one, string other) =>
    Assert.NotEqual(PromptKey.Compute(one), PromptKey.Compute(other));

    [Theory]
    [InlineData(null)]
    [InlineData("  \n")]
    [InlineData("https://assets.grok.com/users/1/2/content")]
    [InlineData("https://imagine-public.x.ai/imagine-public/images/1.png --mode=normal")]
    public void a_url_alone_is_not_a_prompt(string? text) => Assert.Null(PromptKey.Compute(text));

    [Fact]
    public void a_caption_by_the_model_is_no_prompt()
    {
        var still = Make.Still(prompt: "a heron");
        var clip = Make.Clip(still) with { Mode = "normal", Prompt = "The heron lifts its head" };
        Assert.Null(PromptKey.Compute(clip));
        Assert.Equal(PromptKey.ComputeFromClean("a heron"), PromptKey.Compute(clip with { OriginalPrompt = "A heron" }));
        Assert.Equal(PromptKey.ComputeFromClean("a heron"), PromptKey.Compute(still));
    }

    [Fact]
    public void the_text_form_is_stable_and_round_trips()
    {
        // An address that somebody kept must still lead there: this value must not change.
        Assert.Equal(Expected("lighthouse at dusk"), PromptKey.Format(PromptKey.ComputeFromClean("Lighthouse at DUSK")));
        foreach (var key in (long[])[0, -1, long.MinValue, long.MaxValue, PromptKey.ComputeFromClean("x")])
            Assert.Equal(key, PromptKey.Parse(PromptKey.Format(key)));
        foreach (var odd in (string?[])[null, "", "123", "5d6e9b8c3f0f00001", "5d6e9b8c3f0f000g", " 5d6e9b8c3f0f00", "+5d6e9b8c3f0f000"])
            Assert.Null(PromptKey.Parse(odd));
    }

    private static string Expected(string folded) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(folded)))[..16];
}
