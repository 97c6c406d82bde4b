
namespace Sovia.Tests.Metadata;

public sealed class ContentCredentialsTests
{
    private const string Uuid = "d8fec3d6-1b0e-483c-9297-5828877ec481";

    // A manifest store's beginning, a claim's two ways of naming its writer, and an action's source.
    private static byte[] Store(string claim = "\u0074claim_generator_info\u0081\u00A1\u0064name\u0067Painter",
        string source = "trainedAlgorithmicMedia") =>
        BoxFile.Box("jumb", BoxFile.Box("jumd", Bytes.Latin1("c2pa\0\u0011\0\u0010c2pa\0")),
            Bytes.Latin1($"{claim}digitalsourcetype/{source}"));

    [Fact]
    public void credentials_are_found_in_every_container() => Assert.All(
        [
            new PngFile().Chunk("caBX", Store()).Pixels().Build(), new JpegFile().Jfif().Jumbf(1, 1, Store()).Build(),
            new WebpFile().Chunk("C2PA", Store()).Build(),
            BoxFile.Mp4(BoxFile.Uuid(Uuid, Bytes.Concat(Bytes.Latin1("\0\0\0\0manifest\0\0\0\0\0\0\0\0\0"), Store()))),
            BoxFile.Avif(BoxFile.Uuid(Uuid, Store())),
        ],
        file => Assert.Equal(("Painter", true, true, null), Reading.Read(file) is var made
            ? (made.Generator, made.HasContentCredentials, made.DeclaredAi, made.Prompt) : default));

    [Fact]
    public void a_claim_of_the_older_form_names_its_writer() =>
        Assert.Equal("Firefly 3", Reading.Read(new PngFile().Chunk("caBX", Store("\u006Fclaim_generator\u0069Firefly 3"))
            .Build()).Generator);

    [Fact]
    public void a_camera_s_credentials_declare_no_ai() =>
    Assert.Null(Reading.Read(new PngFile().Chunk("caBX", Store(source: "digitalCapture")).Build()).DeclaredAi);

    [Fact]
    public void packets_of_a_jpeg_are_put_in_order_by_box()
    {
        var store = Store();
        // Cut inside the writer's name, so that a header left in between would show.
        var cut = store.AsSpan().IndexOf("Painter"u8) + 3;
        byte[] head = store[..8], first = store[..cut], second = [.. head, .. store[cut..]];
        var made = Reading.Read(new JpegFile().Jumbf(2, 1, new byte[20]).Jumbf(1, 2, second).Jumbf(1, 1, first).Build());
        Assert.Equal(("Painter", true), (made.Generator, made.HasContentCredentials));
    }

    [Theory]
    [InlineData("c2pa alone")]
    [InlineData("jumb alone")]
    public void a_single_marker_is_not_a_credential(string content) =>
    Assert.Null(Reading.ReadOrNull(new PngFile().Chunk("caBX", Bytes.Latin1(content)).Build()));

    [Fact]
    public void credentials_do_not_hide_generator_metadata() =>
        Assert.Equal(("AUTOMATIC1111", true), Reading.Read(new PngFile().Chunk("caBX", Store())
            .Text("parameters", "x\nSteps: 3, Seed: 4, Size: 8x8").Build()) is var made ? (made.Generator, made.HasContentCredentials)
            : default);
}
