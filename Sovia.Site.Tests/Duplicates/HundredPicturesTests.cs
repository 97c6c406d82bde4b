using NetVips;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Xunit.Abstractions;

namespace Sovia.Tests.Duplicates;

/// <summary>
/// A hundred made pictures, of which some are one picture in different forms and some only of one style, put into groups at the distance
/// that the site uses.
/// </summary>
public sealed class HundredPicturesTests(ITestOutputHelper output)
{
    private const int Originals = 12;

    private static readonly (string Name, Func<Image, byte[]> Make, double Recall)[] Forms =
    [
        ("resized to half", image => image.Resized(0.5).Png(), 1),
        ("resized to three halves", image => image.Resized(1.5).Jpeg(), 1),
        ("re-encoded", image => image.Jpeg(60), 1),
        ("re-encoded badly", image => image.Jpeg(25), 0.9),
        ("cropped by 2 %", image => image.Cropped(0.02).Png(), 0.9),
        ("watermarked", image => image.Watermarked().Jpeg(), 0.8),
        ("recoloured", image => image.Recoloured().Png(), 0.9),
    ];

    [Fact]
    public void a_hundred_pictures_are_grouped_with_hardly_a_wrong_pair()
    {
        List<(int Scene, string Form, HashedPost Post)> pictures = [];
        for (var seed = 0; seed < Originals; seed++)
        {
            Add(seed, "original", Scenes.Create(seed).Png());
            foreach (var (name, make, _) in Forms) Add(seed, name, make(Scenes.Create(seed)));
        }
        // Twins: drawn alike, with other clouds and shapes.
        for (var seed = 1000; pictures.Count < 100; seed++) Add(seed, "twin", Scenes.Create(seed).Png());

        var groups = FindDuplicateGroups.Find([.. pictures.Select(picture => picture.Post)], (_, _) => false);
        var known = pictures.ToDictionary(picture => picture.Post.Post);
        var pairs = groups.SelectMany(group => group.Members.SelectMany((one, at) => group.Members.Skip(at + 1)
            .Select(other => (known[one.Post], known[other.Post])))).ToList();
        var right = pairs.Count(pair => pair.Item1.Scene == pair.Item2.Scene);
        output.WriteLine($"{pairs.Count} pairs in {groups.Count} groups, {right} of them right");
        Assert.True(right >= 0.98 * pairs.Count, $"{right} of {pairs.Count} pairs are right");

        foreach (var (name, _, recall) in Forms)
        {
            var found = Enumerable.Range(0, Originals)
                .Count(scene => groups.Any(group => Has(group, scene, "original") && Has(group, scene, name)));
            output.WriteLine($"{name}: {found} of {Originals}");
            Assert.True(found >= recall * Originals, $"{name}: {found} of {Originals} with their original");
        }

        bool Has(DuplicateGroup group, int scene, string form) =>
            group.Members.Any(member => known[member.Post] is var one && one.Scene == scene && one.Form == form);

        void Add(int scene, string form, byte[] bytes)
        {
            var hash = FingerprintCalculator.HashPicture(bytes);
            Assert.NotNull(hash);
            pictures.Add(
                (scene, form, new(Guid.NewGuid(), Guid.NewGuid(), $"{pictures.Count:x64}", pictures.Count, Fingerprint.FromStill(hash))));
        }
    }

    [Fact]
    public void a_transparent_picture_looks_as_it_does_on_white()
    {
        using var scene = Scenes.Create(3);
        using var mask = Image.Perlin(scene.Width, scene.Height, cellSize: 128, seed: 5);
        using var alpha = ((mask + 1) * 127).Cast(Enums.BandFormat.Uchar);
        using var seen = scene.Bandjoin(alpha);
        using var flat = seen.Flatten(background: [255]);
        var (one, two) = (FingerprintCalculator.HashPicture(seen.PngsaveBuffer()), FingerprintCalculator.HashPicture(flat.PngsaveBuffer()));
        Assert.InRange(PerceptualHash.Distance(one!.Value, two!.Value), 0, 2);
    }

    [Fact]
    public void blank_pictures_have_no_hash()
    {
        foreach (var shade in new double[] { 0, 30, 255 })
        {
            using var black = Image.Black(200, 300, bands: 3);
            using var blank = (black + shade).Cast(Enums.BandFormat.Uchar);
            Assert.Null(FingerprintCalculator.HashPicture(blank.JpegsaveBuffer()));
        }
    }
}
