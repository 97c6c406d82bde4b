namespace Sovia.Tests.Architecture;

public sealed class LibraryRulesTests
{
    private const string Path = "Sovia.Site/Library/A.cs";

    [Theory]
    [InlineData("class A(IDocumentStore store) { object M() => store.QuerySession(); }")]
    [InlineData("class A(IDocumentStore store) { object M() => store.LightweightSession(); }")]
    [InlineData("class A(IDocumentStore store, ISessionFactory sessions) { object M() => store.OpenSession(); }")]
    [InlineData("class A(IServiceProvider all) { object M() => all.GetRequiredService<IDocumentStore>().QuerySession( ); }")]
    [InlineData("class A(IDocumentStore store) { object M() => store.LightweightSession(new SessionOptions()); }")]
    public void a_session_without_a_library_is_reported(string source) => Assert.NotEmpty(LibraryRules.Sessions(new(Path, source)));

    [Theory]
    [InlineData("class A(IDocumentStore store) { object M() => store.QuerySession(tenant); }")]
    [InlineData("class A(ISessionFactory sessions) { object M() => sessions.OpenSession(); }")]
    [InlineData("class A { string M() => \"store.QuerySession()\"; } // store.QuerySession()")]
    public void a_session_with_a_library_is_allowed(string source) => Assert.Empty(LibraryRules.Sessions(new(Path, source)));

    [Theory]
    [InlineData("class A { string M => \"delete from sovia.mt_doc_post where id = $1\"; }")]
    [InlineData("class A { string M => $\"\"\"\n    select {X}\n    from sovia.family_index\n    \"\"\"; }")]
    [InlineData("class A { string M => $\"select {(X ? \"1\" : \"2\")} from sovia.post_index\"; string tenant; }")]
    public void a_statement_without_its_library_is_found(string source) => Assert.NotEmpty(LibraryRules.Statements(new(Path, source)));

    [Theory]
    [InlineData("class A { string M => \"delete from sovia.mt_doc_post where tenant_id = $1 and id = $2\"; }")]
    [InlineData("class A { string M => \"analyze sovia.mt_doc_post\"; } // from sovia.post_index")]
    public void a_statement_with_its_library_is_allowed(string source) => Assert.Empty(LibraryRules.Statements(new(Path, source)));
}
