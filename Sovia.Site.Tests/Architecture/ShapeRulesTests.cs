namespace Sovia.Tests.Architecture;

public sealed class ShapeRulesTests
{
    [Theory]
    [InlineData("Sovia.Site/Pages/A.cshtml", 200, 0)]
    [InlineData("Sovia.Site/Pages/A.cshtml", 201, 1)]
    [InlineData("Sovia.Site/Program.cs", 50, 0)]
    [InlineData("Sovia.Site/Program.cs", 51, 1)]
    public void a_file_has_its_most_lines(string path, int lines, int offences)
    {
        var text = string.Join('\n', Enumerable.Repeat("x", lines));
        Assert.Equal(offences, ShapeRules.Size(new(path, text)).Count());
        Assert.Equal(offences, ShapeRules.Size(new(path, text + "\n")).Count());
    }

    [Theory]
    [InlineData(140, "", 0)]
    [InlineData(141, "", 1)]
    [InlineData(60,
        "a literal of many characters that nobody can break without making it harder to read or to find, and so on and on, to 140", 0)]
    [InlineData(141, "a literal", 1)]
    public void a_line_ends_at_its_width_unless_a_literal_carries_it_further(int width, string literal, int offences)
    {
        var line = new string('x', width) + (literal.Length > 0 ? $"\"{literal}\"" : "");
        Assert.Equal(offences, ShapeRules.Width(new("Sovia.Site/Library/A.cs", "short\n" + line + "\nshort")).Count());
    }

    [Theory]
    [InlineData("public sealed class A;\npublic record B(int C);")]
    [InlineData("namespace N;\npublic class A { public class Inner; }\n\npublic enum B { C }")]
    [InlineData("namespace N\n{\n    public class A { }\n    public readonly record struct B;\n}")]
    [InlineData("public interface A;\npublic delegate Task<int> B(string s);")]
    [InlineData("public class A { string S => $\"{(X ? \"{\" : $\"{Y}\")}\"; char C = '{'; }\npublic class B;")]
    [InlineData("public class A { string S = \"\"\"\n { \" {\n\"\"\"; }\npublic class B;")]
    public void a_second_public_type_is_found(string source) =>
        Assert.Contains("B is a second public type", Assert.Single(ShapeRules.OnePublicType(File(source))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("public class A { public class Inner; public record Other; }\ninternal class B;\nfile class C;")]
    [InlineData("public partial class A;\npublic partial class A { }")]
    [InlineData(
        "// public class B\npublic class A { string S = \"\\\"}\\n public class B;\"; string T = @\"\\\"; string U = $$\"\"\"{{{1}}} "
        + "}\"\"\"; public class I; }")]
    public void nested_and_private_types_do_not_count(string source) => Assert.Empty(ShapeRules.OnePublicType(File(source)));

    [Theory]
    [InlineData("PostService")]
    [InlineData("CacheManager")]
    [InlineData("UrlHelpers")]
    [InlineData("DateUtil")]
    [InlineData("PostDto")]
    [InlineData("StoreImpl")]
    public void a_meaningless_name_is_reported(string name) => Assert.Single(ShapeRules.Names(File($"internal static class {name} {{ }}")));

    [Theory]
    [InlineData("Post")]
    [InlineData("ServiceWorker")]
    [InlineData("IconTagHelper")]
    [InlineData("Manager")]
    public void a_meaningful_name_is_not_reported(string name) => Assert.Empty(ShapeRules.Names(File($"public sealed class {name};")));

    [Theory]
    [InlineData("Library", "File.ReadAllText(x)", 1)]
    [InlineData("Pages", "System.IO.Directory.Exists(x)", 1)]
    [InlineData("Web", "new FileInfo(x)", 1)]
    [InlineData("Import", "File.ReadAllText(x)", 0)]
    [InlineData("Media", "File.ReadAllText(x)", 0)]
    [InlineData("Storage", "Directory.Exists(x)", 0)]
    [InlineData("Commands", "File.ReadAllText(x)", 0)]
    [InlineData("Pages", "File(x) + page.File.Name + Path.Join(x, y)", 0)]
    public void only_allowed_rooms_may_use_the_disk(string room, string code, int offences) =>
        Assert.Equal(offences, ShapeRules.Disk(new($"Sovia.Site/{room}/A.cs", $"class A {{ object M => {code}; }}")).Count());

    private static SourceFile File(string source) => new("Sovia.Site/Library/A.cs", source);
}
