
namespace Sovia.Tests.Metadata.Texts;

/// <summary>The text of Stable Diffusion web UIs after it went through tools that keep no line ends, add lines or leave some out.</summary>
public sealed class InfoTextTests
{
    private const string Settings = "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 4242, Size: 64x48, Model: abc";

    public static TheoryData<string, string?, string?> Texts => new()
    {
        { $"a lone lighthouse Negative prompt: blurry fog {Settings}", "a lone lighthouse", "blurry fog" },
        { $"a lone lighthouse\nNegative prompt: blurry,\nfog, {Settings}", "a lone lighthouse", "blurry,\nfog" },
        { $"a lone lighthouse\r\nNegative prompt: blurry fog\r\n{Settings}\r\n", "a lone lighthouse", "blurry fog" },
        { $@"a lone lighthouse\nNegative prompt: blurry fog\n{Settings}", "a lone lighthouse", "blurry fog" },
        { $@"a lone lighthouse,\r\nstone\r\n{Settings}", "a lone lighthouse,\nstone", null },
        { $"a lone lighthouse {Settings}", "a lone lighthouse", null },
        { $"a lone lighthouse, {Settings}", "a lone lighthouse", null },
        { $"a lone lighthouse, Negative prompt: blurry fog, {Settings}", "a lone lighthouse,", "blurry fog" },
        { $"a lone lighthouse\nNegative prompt: blurry,\n\nfog\n{Settings}", "a lone lighthouse", "blurry,\n\nfog" },
        { $"a lone lighthouse, lens: 35mm, mood: calm, Steps: many Negative prompt: blurry fog {Settings}",
            "a lone lighthouse, lens: 35mm, mood: calm, Steps: many", "blurry fog" },
        { $"a stair, Steps: 3, lens: 35mm, mood: calm Negative prompt: blurry fog {Settings}", "a stair, Steps: 3, lens: 35mm, mood: calm",
            "blurry fog" },
        { $"Steps: 12 of stone, a lone lighthouse\nNegative prompt: blurry fog\n{Settings}", "Steps: 12 of stone, a lone lighthouse",
            "blurry fog" },
        { $"a lone lighthouse\nNegative prompt: blurry fog\n{Settings}\n\nsaved with a tool\nby somebody", "a lone lighthouse",
            "blurry fog" },
        { $"a lone lighthouse\n{Settings}\nNegative prompt: blurry fog", "a lone lighthouse", "blurry fog" },
        { "a lone lighthouse\nNegative prompt: blurry fog\nSampler: Euler a, CFG scale: 7, Seed: 4242, Size: 64x48, Model: abc",
            "a lone lighthouse", "blurry fog" },
        { "a lone lighthouse Negative prompt: blurry fog Sampler: Euler a, CFG scale: 7, Seed: 4242, Size: 64x48, Model: abc",
            "a lone lighthouse", "blurry fog" },
        { "a lone lighthouse\nNegative prompt: blurry fog\nSampler: Euler a, CFG scale: 7, Seed: 4242, Size: 64x48, Model: abc\n\nsaved "
        + "with a tool", "a lone lighthouse", "blurry fog" },
        { $"a \"lone\" [lighthouse:0.5], {{a|b}}, <lora:x:1> Negative prompt: (blurry:1.2), \"fog\" {Settings}",
            "a \"lone\" [lighthouse:0.5], {a|b}, <lora:x:1>", "(blurry:1.2), \"fog\"" },
        { $"a lone lighthouse Negative Prompt: blurry fog {Settings}, Hires steps: 9, Refiner Steps: 5, Hashes: {{\"model\": \"Steps: 1, Seed: 2\"}}", "a lone lighthouse", "blurry fog" },
        { "a lone lighthouse\nNegative prompt: blurry fog\nSteps: 20\nSampler: Euler a\nCFG scale: 7\nSeed: 4242\nSize: 64x48\nModel: abc",
            "a lone lighthouse", "blurry fog" },
        { $"Negative prompt: blurry fog\n{Settings}", null, "blurry fog" },
        { $"a lone lighthouseNegative prompt: blurry fog{Settings}", "a lone lighthouse", "blurry fog" },
        { $"(a lone lighthouse:1.2)Negative prompt: (blurry:1.3){Settings}", "(a lone lighthouse:1.2)", "(blurry:1.3)" },
        { $"a lone lighthouse <lora:x:1>Negative prompt: blurry fog {Settings}", "a lone lighthouse <lora:x:1>", "blurry fog" },
        { $"a lone lighthouse <lora:x:1>{Settings}", "a lone lighthouse <lora:x:1>", null },
        { $"a lone lighthouse, (Negative prompt: none) {Settings}", "a lone lighthouse, (Negative prompt: none)", null },
        { $"a lone lighthouse\nnegative prompt: blurry fog\n{Settings}", "a lone lighthouse", "blurry fog" },
        { $"a lone lighthouse\nNEGATIVE PROMPT: blurry fog\n{Settings}", "a lone lighthouse", "blurry fog" },
        { $"a lone lighthouse negative prompt: blurry fog {Settings}", "a lone lighthouse", "blurry fog" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void its_three_parts_are_told_apart(string text, string? prompt, string? negative)
    {
        var made = Reading.Read(new PngFile().International("parameters", text).Pixels().Build());
        Assert.Equal((prompt, negative), (made.Prompt, made.NegativePrompt));
        Assert.Equal(("4242", "abc", 64, 48), (made.Seed, made.Model, made.Width, made.Height));
        Assert.Equal(("Euler a", "7"), (made.Settings["Sampler"], made.Settings["CFG scale"]));
        Assert.Equal(text.Contains("Steps: 20", StringComparison.Ordinal) ? "20" : null, made.Settings.GetValueOrDefault("Steps"));
    }

    [Theory]
    [InlineData("a gate Negative prompt: rust", "a gate", "rust", null)]
    [InlineData("a gate\nNegative prompt: rust\nSteps: 20", "a gate", "rust", "20")]
    [InlineData("the negative prompt: a talk\nNegative prompt: rust\nSteps: 20, Seed: 3", "the negative prompt: a talk", "rust", "20")]
    public void few_parts_are_enough(string text, string prompt, string negative, string? steps)
    {
        var made = Reading.Read(PngFile.WithText("parameters", text));
        Assert.Equal((prompt, negative, steps), (made.Prompt, made.NegativePrompt, made.Settings.GetValueOrDefault("Steps")));
    }

    [Theory]
    [InlineData("lens: 35mm, light: soft, mood: calm")]
    [InlineData("three Steps: one, two, three")]
    [InlineData("a talk about Size: the big one, and Model: the small one")]
    [InlineData("a sign that says \"Negative prompt: none\"")]
    [InlineData("notes:\"Steps: 3, Seed: 4, Size: 5\"")]
    public void a_prompt_alone_is_not_an_info_text(string text) =>
    Assert.Equal("unknown", Reading.ReadOrNull(PngFile.WithText("parameters", text + " of a lone lighthouse"))?.Generator);
}
