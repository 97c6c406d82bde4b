using System.Diagnostics;

namespace Sovia.Tests.Metadata;

/// <summary>Long texts that a careless expression or a recursion would choke on.</summary>
public sealed class HostileTextTests
{
    private const int Length = 250_000;

    public static TheoryData<string, string> Texts => new()
    {
        { "x", " " }, { "x", "x " }, { "", "[" }, { "", "{\"a\":" }, { "", "{\"a\":[" }, { "x\nSteps: 1, Seed: 2, Size: 3, ", "A: [" },
        { "x\nSteps: 1, Seed: 2, Size: 3, ", "A: \"" }, { "", "a:," }, { "", "Steps: 1, Seed: 2, Size: 3\n" },
        { "", "Negative prompt: x\n" }, { "", "<lora:" }, { "", " --a" }, { "a --", "--" }, { "\"", "\\\"" }, { "", "Job ID: " },
        { "", ", Size: 1x1, Page: " }, { "", "\\ud800" },
        { "<a xmlns:x='y'>", "<a>" }, { "<!DOCTYPE a [<!ENTITY b 'c'>]><a>", "&b;" }, { "<a ", "b='c' " }, { "Signature: ", "A" },
        { "(", " " },
    };

    [Theory]
    [InlineData("/*\"*/")]
    [InlineData("//\"\n")]
    public void a_quote_in_a_comment_hides_no_half_of_a_character(string comment)
    {
        var made =
            Reading.Read(PngFile.WithText("parameters", "{" + comment + "\"base_model\":\"a // model\",\"prompt\":\"a cat \\ud83d\"}"));
        Assert.Equal(("Fooocus", "a // model", "a cat"), (made.Generator, made.Model, made.Prompt));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void hostile_texts_are_read_or_skipped_quickly(string beginning, string piece)
    {
        var text = beginning + string.Concat(Enumerable.Repeat(piece, (Length - beginning.Length) / piece.Length)) + ".";
        var watch = Stopwatch.StartNew();
        Reading.ReadOrNull(new PngFile().Text("parameters", text).Text("Comment", text).Text("Description", text).Text("prompt", text)
            .Text("XML:com.adobe.xmp", text).Text("Dream", text).Build());
        Reading.ReadOrNull(PngFile.WithText("Description", text + " Job ID: 11111111-2222-4333-8444-555555555555"));
        Reading.ReadOrNull(new PngFile().Chunk("eXIf", new Exif().Comment(text).Description(text).Artist(text).Build()).Build());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }
}
