using Microsoft.Extensions.DependencyInjection;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Metadata;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A library whose files were read by an earlier version.</summary>
public sealed class ReparseEmbeddedMetadataTests(SoviaHost host) : ScanTest(host)
{
    private const string Sampler =
        """{"3":{"class_type":"KSampler","inputs":{"seed":85,"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},"7":{"class_type":"CLIPTextEncode","inputs":{"text":"blurry"}},""";

    [Theory]
    [InlineData(""" "6":{"class_type":"easy positive","inputs":{"positive":"a lone lighthouse"}}}""", "a lone lighthouse")]
    [InlineData(""" "6":{"class_type":"Ask A Model","inputs":{"seed":4}}}""", null)]
    public async Task what_was_misunderstood_is_understood_from_the_texts_that_were_kept(string positive, string? prompt)
    {
        var still = Make.Still() with { Prompt = null, OriginalPrompt = null };
        await StoreAsync(still);
        Write($"{still.Id}.png", new PngFile().Text("prompt", Sampler + positive).Pixels().Build());
        await ScanAsync();
        await using (var session = Host.Store.LightweightSession())
        {
            var (file, post) = ((await AllAsync<MediaFile>()).Single(), await PostAsync(still.Id));
            session.Store(file with { Embedded = file.Embedded! with { Prompt = "blurry", NegativePrompt = null, Version = null } });
            session.Store(post with { Prompt = "blurry", FileMetadata = new("blurry", null, "85") });
            await session.SaveChangesAsync();
        }
        var again = ActivatorUtilities.CreateInstance<ReparseEmbeddedMetadata>(Services);
        Assert.Equal(1, await again.RunAsync(default));
        Assert.Equal((prompt, "blurry", EmbeddedMetadataReader.Version), (await AllAsync<MediaFile>()).Single().Embedded is { } made
            ? (made.Prompt, made.NegativePrompt, made.Version) : default);
        Assert.Equal((prompt, prompt), await PostAsync(still.Id) is var now ? (now.Prompt, now.FileMetadata?.Prompt) : default);
        Assert.Equal(0, await again.RunAsync(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a lone lighthouse in the evening")]
    public void what_content_credentials_said_is_understood_again_though_they_are_no_text(string description)
    {
        var store = BoxFile.Box("jumb", BoxFile.Box("jumd", Bytes.Latin1("c2pa")),
            Bytes.Latin1("\u0074claim_generator_info\u0081\u00A1\u0064name\u0067Painterdigitalsourcetype/trainedAlgorithmicMedia"));
        var file = new PngFile().Chunk("caBX", store);
        if (description.Length > 0) file = file.Text("Description", description);
        var before = Reading.Read(file.Build());
        var again = EmbeddedMetadataReader.Reparse(before with { Version = null });
        Assert.Equal(("Painter", null, true, true, EmbeddedMetadataReader.Version),
            (again.Generator, again.Prompt, again.DeclaredAi, again.HasContentCredentials, again.Version));
        Assert.Equal(before.Raw, again.Raw);
    }
}
