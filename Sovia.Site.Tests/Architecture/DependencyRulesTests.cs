namespace Sovia.Tests.Architecture;

public sealed class DependencyRulesTests
{
    private static readonly SourceFile[] Others =
    [
        new("Sovia.Site/Library/Post.cs", "namespace Sovia.Library;\npublic sealed record Post;"),
        new("Sovia.Site/Library/LibrarySchema.cs", "namespace Sovia.Library;\npublic sealed class LibrarySchema;"),
        new("Sovia.Site/Pages/Index.cshtml.cs", "namespace Sovia.Pages;\npublic sealed class IndexModel;"),
    ];

    [Theory]
    [InlineData("Library/A.cs", "using Microsoft.AspNetCore.Http;")]
    [InlineData("Library/A.cs", "using static Microsoft.AspNetCore.Http.Results;")]
    [InlineData("Library/A.cs", "using Microsoft.Extensions.DependencyInjection;")]
    [InlineData("Library/A.cs", "using Spectre.Console;")]
    [InlineData("Library/A.cs", "class A { Microsoft.AspNetCore.Http.PathString P; }")]
    [InlineData("Library/A.cs", "class A { void M(HttpContext context) { } }")]
    [InlineData("Library/A.cs", "class A { object M() => Results.Ok(); }")]
    [InlineData("Library/A.cs", "using Sovia.Pages;")]
    [InlineData("Library/A.cs", "using Page = Sovia.Pages.IndexModel;")]
    [InlineData("Library/A.cs", "class A { global::Sovia.Pages.IndexModel M; }")]
    [InlineData("Library/A.cs", "class A { Pages.IndexModel M; }")]
    [InlineData("Library/A.cs", "class A { string M => $\"{Pages.IndexModel.Name}\"; }")]
    [InlineData("Library/A.cs", "using Sovia.Import;")]
    [InlineData("Library/A.cs", "using Sovia.Commands;")]
    [InlineData("Library/A.cs", "using Sovia.Web;")]
    [InlineData("Library/Deep/A.cs", "using Sovia.Web;")]
    [InlineData("Library/A.cs", "namespace Sovia.Pages;")]
    [InlineData("Library/A.cs", "global using Sovia.Library;")]
    [InlineData("Library/A.cs", "using StackExchange.Redis;")]
    [InlineData("Query/A.cs", "using Sovia.Storage;")]
    [InlineData("Stats/A.cs", "using Sovia.Media;")]
    [InlineData("Web/A.cs", "using Sovia.Library;")]
    [InlineData("Web/A.cs", "using Marten;")]
    [InlineData("Caching/A.cs", "class A { Library.Post P; }")]
    [InlineData("Storage/A.cs", "using Sovia.Library;\nclass A { Post P; }")]
    [InlineData("Storage/A.cs", "class A { Sovia.Library.Post P; }")]
    [InlineData("Storage/A.cs", "class A { Library.Post P; }")]
    [InlineData("Pages/A.cs", "using Marten;")]
    [InlineData("Pages/A.cs", "using Sovia.Storage;")]
    [InlineData("Pages/A.cs", "using Sovia.Api;")]
    [InlineData("Pages/A.cshtml", "@page\n@using Sovia.Storage\n<p>")]
    [InlineData("Pages/A.cshtml", "@inject Marten.IQuerySession Session")]
    [InlineData("Api/A.cs", "using Npgsql;")]
    [InlineData("Commands/A.cs", "using Sovia.Pages;")]
    [InlineData("Services/A.cs", "class A;")]
    public void a_forbidden_dependency_is_reported_with_its_file(string path, string source)
    {
        var offence = DependencyRules.Check([.. Others, new("Sovia.Site/" + path, source)]).First();
        Assert.Equal("Sovia.Site/" + path, offence.Path);
    }

    [Theory]
    [InlineData("Library/A.cs", "using Marten;\nusing System.Text;\nusing Microsoft.Extensions.Logging;\nnamespace Sovia.Library;")]
    [InlineData("Library/A.cs",
        "// using Sovia.Pages;\n/* HttpContext */ class A { string S = \"Sovia.Pages HttpContext\", T = $@\"{{Sovia.Pages}}\"; }")]
    [InlineData("Library/A.cs", "class A { int Pages; int M => Pages.Compare(0) + this.Pages; }")]
    [InlineData("Library/LibraryRegistration.cs", "using Microsoft.Extensions.DependencyInjection;")]
    [InlineData("Import/A.cs", "using Sovia.Library;\nusing Sovia.Media;")]
    [InlineData("Storage/A.cs", "using Sovia.Library;\nclass A { LibrarySchema S; }")]
    [InlineData("Storage/Deep/A.cs", "using Npgsql;\nnamespace Sovia.Storage.Deep;")]
    [InlineData("Pages/A.cs", "using Microsoft.AspNetCore.Mvc;\nusing Sovia.Library;\nusing Sovia.Web;\nusing Htmx;")]
    [InlineData("Pages/A.cshtml", "@using Sovia.Library\n<p>Marten. Sovia.Storage</p>")]
    [InlineData("Api/PostgresHealthCheck.cs", "using Npgsql;")]
    [InlineData("Commands/A.cs", "using Sovia.Import;\nusing Sovia.Storage;\nusing Spectre.Console;")]
    [InlineData("Caching/A.cs", "using StackExchange.Redis;")]
    [InlineData("Program.cs", "using Sovia.Pages;\nusing Sovia.Storage;\nusing Sovia.Library;")]
    public void an_allowed_dependency_is_not_reported(string path, string source) =>
        Assert.Empty(DependencyRules.Check([.. Others, new("Sovia.Site/" + path, source)]));

    [Fact]
    public void a_violation_has_a_line_number()
    {
        var offence = Assert.Single(DependencyRules.Check([new("Sovia.Site/Library/A.cs", "/* one\ntwo */\n\nusing Sovia.Pages;\n")]));
        Assert.Equal("Sovia.Site/Library/A.cs:4: Library must not know Pages", offence.ToString());
    }
}
