using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

public sealed class LibraryFolderTests
{
    private static readonly string Usual = Path.Combine(Path.GetTempPath(), "data", "uploads");

    [Fact]
    public void the_only_account_s_files_lie_where_they_always_did() => Assert.Equal(Usual, LibraryFolder.GetPath(Usual));

    [Theory]
    [InlineData("bert")]
    [InlineData("../../etc")]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("")]
    [InlineData("a/b\\c:d*e?\0")]
    [InlineData("ümläut 🦉")]
    public void every_other_library_has_its_own_folder_whatever_its_id(string id)
    {
        using var entered = CurrentLibrary.Enter(id);
        var folder = LibraryFolder.GetPath(Usual);
        var library = Path.GetDirectoryName(folder)!;
        Assert.Equal((Path.Combine(Path.GetTempPath(), "data", "libraries"), "uploads"),
            (Path.GetDirectoryName(library), Path.GetFileName(folder)));
        Assert.Matches("^[a-z0-9-]*_[0-9a-f]{16}$", Path.GetFileName(library));
        Assert.Equal(folder, Path.GetFullPath(folder));
    }

    [Fact]
    public void no_two_libraries_share_a_folder()
    {
        string[] ids = ["bert", "Bert", "bert/", "../bert", "b.ert", " bert", LibraryFolder.GetFolderName("bert"), new('b', 100),
            new('b', 101)];
        Assert.Equal(ids.Length, ids.Select(LibraryFolder.GetFolderName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void all_library_folders_are_found()
    {
        using var data = new TempFolder();
        var usual = data.PathOf("uploads");
        Assert.Equal([usual], LibraryFolder.GetAllPaths(usual));
        string libraryFolder;
        using (CurrentLibrary.Enter("bert")) libraryFolder = LibraryFolder.GetPath(usual);
        Directory.CreateDirectory(libraryFolder);
        Assert.Equal([usual, libraryFolder], LibraryFolder.GetAllPaths(usual));
    }

    [Fact]
    public async Task a_library_is_entered_by_what_is_called_from_there_and_left_by_what_comes_after()
    {
        using (CurrentLibrary.Enter("one"))
        {
            await Task.Yield();
            Assert.Equal("one", CurrentLibrary.Id);
            await Task.WhenAll(VerifyLibraryAsync("two"), VerifyLibraryAsync("three"));
            Assert.Equal("one", CurrentLibrary.Id);
        }
        Assert.Equal((CurrentLibrary.DefaultId, true), (CurrentLibrary.Id, CurrentLibrary.IsDefault));
    }

    private static async Task VerifyLibraryAsync(string id)
    {
        using var entered = CurrentLibrary.Enter(id);
        for (var i = 0; i < 10; i++)
        {
            await Task.Yield();
            Assert.Equal(id, await Task.Run(() => CurrentLibrary.Id));
        }
    }
}
