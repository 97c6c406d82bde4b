namespace Sovia.Tests.Architecture;

/// <summary>Checks the source files against the plan. Each failure names the file and the line.</summary>
public sealed class ArchitectureTests
{
    private static readonly RepositoryFiles Repository = new();

    [Fact]
    public void the_site_sources_are_found() => Assert.Contains(Repository.Site, file => file.Path == "Sovia.Site/Library/Post.cs");

    [Fact]
    public void each_room_uses_only_allowed_rooms() => None(DependencyRules.Check(Repository.Site));

    [Fact]
    public void only_allowed_rooms_access_the_disk() => None(Repository.Site.Where(file => file.IsCSharp).SelectMany(ShapeRules.Disk));

    [Fact]
    public void a_file_holds_one_public_type() => None(Repository.Site.SelectMany(ShapeRules.OnePublicType));

    [Fact]
    public void no_file_is_too_long() => None(Repository.Site.Concat(Repository.Tests).SelectMany(ShapeRules.Size));

    [Fact]
    public void no_line_is_too_wide() =>
        None(Repository.Site.Concat(Repository.Tests).Where(file => file.IsCSharp).SelectMany(ShapeRules.Width));

    [Fact]
    public void a_type_s_name_says_what_it_is() => None(Repository.Site.Concat(Repository.Tests).SelectMany(ShapeRules.Names));

    [Fact]
    public void each_session_and_each_statement_is_of_a_library() =>
        None(Repository.Site.Where(file => file.IsCSharp)
            .SelectMany(file => LibraryRules.Sessions(file).Concat(LibraryRules.Bulk(file)).Concat(LibraryRules.Statements(file))));

    private static void None(IEnumerable<RuleViolation> offences)
    {
        var found = offences.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
