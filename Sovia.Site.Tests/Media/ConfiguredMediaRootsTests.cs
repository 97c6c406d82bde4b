using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class ConfiguredMediaRootsTests
{
    private static readonly string Data = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "data"));

    [Fact]
    public void nothing_stated_means_the_data_directory_s_own_folder() =>
        Assert.Equal([Path.Combine(Data, "media")], ConfiguredMediaRoots.FromSettings([null, "", " ; "], Data).Folders);

    [Fact]
    public void several_paths_may_stand_in_one_value_and_in_several()
    {
        string a = Path.Combine(Data, "a"), b = Path.Combine(Data, "b"), c = Path.Combine(Data, "c");
        Assert.Equal([a, b, c], ConfiguredMediaRoots.FromSettings([$"{a}; {b};", c + Path.DirectorySeparatorChar, a], Data).Folders);
    }

    [Fact]
    public void a_relative_path_is_made_absolute() =>
    Assert.Equal([Path.GetFullPath("pictures")], ConfiguredMediaRoots.FromSettings(["pictures"], Data).Folders);
}
