
namespace Sovia.Tests.Metadata;

public sealed class DisclosureTests
{
    private const string Sources = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    [Theory]
    [InlineData("trainedAlgorithmicMedia", true)]
    [InlineData("compositeWithTrainedAlgorithmicMedia", true)]
    [InlineData("compositeSynthetic", true)]
    [InlineData("algorithmicMedia", false)]
    [InlineData("digitalCapture", false)]
    public void only_trained_sources_declare_ai(string source, bool declares) => Assert.All(
        [
            new JpegFile().Xmp(Xmp.With("", $"Iptc4xmpExt:DigitalSourceType='{Sources}{source}'")).Build(),
            new WebpFile().Xmp(Xmp.With($"<Iptc4xmpExt:DigitalSourceType>{Sources}{source}</Iptc4xmpExt:DigitalSourceType>")).Build(),
            BoxFile.Mp4(BoxFile.Uuid("be7acfcb-97a9-42e8-9c71-999491e3afac",
                Bytes.Utf8(Xmp.With($"<Iptc4xmpExt:DigitalSourceType rdf:resource='{Sources}{source}'/>")))),
        ],
        file => Assert.Equal(declares ? true : null, Reading.ReadOrNull(file)?.DeclaredAi));

    [Fact]
    public void the_iptc_s_prompt_and_system_are_read()
    {
        var made =
            Reading.Read(new JpegFile()
                .Xmp(Xmp.With(
                    "<Iptc4xmpExt:AIPromptInformation><rdf:Alt><rdf:li>a mill, turning</rdf:li></rdf:Alt></Iptc4xmpExt:AIPromptInformation>",
            "Iptc4xmpExt:AISystemUsed='Miller' Iptc4xmpExt:AISystemVersionUsed='3' Iptc4xmpExt:AIPromptWriterName='W. Riter'")).Build());
        Assert.Equal(("Miller", "a mill, turning", "3", "W. Riter"),
            (made.Generator, made.Prompt, made.Settings["AISystemVersionUsed"], made.Settings["AIPromptWriterName"]));
        Assert.Null(made.DeclaredAi);
    }

    [Fact]
    public void a_program_that_only_signs_may_state_its_prompt_there()
    {
        var made = Reading.Read(new JpegFile().Exif(new Exif().Make("Ideogram AI"))
            .Xmp(Xmp.With("", "Iptc4xmpExt:AIPromptInformation='a sign that says OPEN'")).Build());
        Assert.Equal(("Ideogram", "a sign that says OPEN"), (made.Generator, made.Prompt));
    }

    [Fact]
    public void china_s_label_is_read_wherever_it_stands()
    {
        const string Label = """{"Label":"1","ContentProducer":"Producer 9","ProduceID":"42"}""";
        Assert.All(
            [
                PngFile.WithText("AIGC", Label), JpegFile.With(new Exif().Comment($$"""{"AIGC":{{Label}}}""")),
                new JpegFile().Xmp(Xmp.With("", $"TC260:AIGC='{Label}'")).Build(), BoxFile.Mp4(BoxFile.KeyedTags(("AIGC", Label))),
            ],
            file => Assert.Equal(("Producer 9", true, "42"), Reading.Read(file) is var made
                ? (made.Generator, made.DeclaredAi, made.Settings["ProduceID"]) : default));
    }

    [Fact]
    public void a_doubtful_label_declares_nothing() => Assert.Null(Reading.Read(PngFile.WithText("AIGC", """{"Label":"3"}""")).DeclaredAi);

    [Theory]
    [InlineData("Ideogram AI", null, "Ideogram")]
    [InlineData(null, "reve.com", "Reve")]
    public void a_signature_alone_names_only_the_generator(string? make, string? software, string generator)
    {
        var exif = make is null ? new Exif() : new Exif().Make(make);
        Assert.Equal((generator, null), Reading.Read(JpegFile.With(software is null ? exif : exif.Software(software))) is var made
            ? (made.Generator, made.Prompt) : default);
    }
}
