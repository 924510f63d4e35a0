using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests() : RuleTest(new OverlappingFieldsCanBeMergedRule())
{
    [Fact]
    public void Different_response_names_are_fine() => Valid("{ me { id name } }");

    [Fact]
    public void The_same_field_twice_is_fine() => Valid("""
        { me { id id ... on Account { id } ...F } }
        fragment F on Account { id }
        """);

    [Fact]
    public void The_same_arguments_in_any_order_are_fine() => Valid("""
        { me { id } message(id: 1) { text(format: HTML, trim: true)
          text(trim: true, format: HTML) } values { filter(arg: { text: "a", required: true })
          filter(arg: { required: true, text: "a" }) } }
        """);

    [Fact]
    public void Different_directives_are_fine() => Valid("{ me { id @skip(if: true) id @include(if: true) } }");

    [Fact]
    public void Different_fields_of_different_objects_are_fine() => Valid("""
        { entry { ... on Message { n: revision } ... on Notice { n: severity } } }
        """);

    [Fact]
    public void Different_arguments_on_different_objects_are_fine() => Valid("""
        { entry { ... on Message { text(trim: true) } ... on Notice { text(trim: false) } } }
        """);

    [Fact]
    public void Different_fields_conflict() => Conflicts(
        "{ me { a: id a: name } }",
        """
        Fields "a" conflict because "id" and "name" are different fields.
          at 1:8, 1:14
        """);

    [Fact]
    public void An_alias_conflicts_with_a_field() => Conflicts(
        "{ me { name: id name } }",
        """
        Fields "name" conflict because "id" and "name" are different fields.
          at 1:8, 1:17
        """);

    [Fact]
    public void Different_arguments_conflict() => Conflicts(
        """
        { message(id: 1) { text(trim: true) text(trim: false) }
          a: message(id: 2) { text(trim: true) text } }
        """,
        """
        Fields "text" conflict because they have differing arguments.
          at 1:20, 1:37
        Fields "text" conflict because they have differing arguments.
          at 2:23, 2:40
        """);

    [Fact]
    public void Different_argument_names_conflict() => Conflicts(
        "{ message(id: 1) { text(trim: true) text(format: true) } }",
        """
        Fields "text" conflict because they have differing arguments.
          at 1:20, 1:37
        """);

    [Fact]
    public void Values_are_compared_as_written() => Conflicts(
        """"
        query ($a: Int) { values { a: int(arg: $a) a: int(arg: 1) b: string(arg: "x")
          b: string(arg: """x""") c: strings(arg: ["a"]) c: strings(arg: ["a", "b"])
          d: filter(arg: { text: "a" }) d: filter(arg: { text: "b" }) e: any(arg: 1.0)
          e: any(arg: 1) } }
        """",
        """
        Fields "a" conflict because they have differing arguments.
          at 1:28, 1:44
        Fields "b" conflict because they have differing arguments.
          at 1:59, 2:3
        Fields "c" conflict because they have differing arguments.
          at 2:27, 2:50
        Fields "d" conflict because they have differing arguments.
          at 3:3, 3:33
        Fields "e" conflict because they have differing arguments.
          at 3:63, 4:3
        """);

    [Fact]
    public void Different_fields_of_an_object_and_an_interface_conflict() => Conflicts(
        "{ post { a: id ... on Message { a: text } } }",
        """
        Fields "a" conflict because "id" and "text" are different fields.
          at 1:10, 1:33
        """);

    [Fact]
    public void Fields_of_interfaces_are_never_exclusive() => Conflicts(
        """
        { post { ... on Editable { a: revision } ... on Node { a: id } } }
        """,
        """
        Fields "a" conflict because "revision" and "id" are different fields.
          at 1:28, 1:56
        """);

    [Fact]
    public void Three_fields_conflict_pair_by_pair() => Conflicts(
        "{ me { a: id a: name a: role } }",
        """
        Fields "a" conflict because "id" and "name" are different fields.
          at 1:8, 1:14
        Fields "a" conflict because "id" and "role" are different fields.
          at 1:8, 1:22
        Fields "a" conflict because "name" and "role" are different fields.
          at 1:14, 1:22
        """);

    [Fact]
    public void Conflicts_inside_of_fragments_are_found_once() => Conflicts(
        """
        { me { ...A } b: me { ...A } }
        fragment A on Account { x: id x: name }
        """,
        """
        Fields "x" conflict because "id" and "name" are different fields.
          at 2:25, 2:31
        """);

    [Fact]
    public void Conflicts_between_fragments_are_found() => Conflicts(
        """
        { me { ...A ...B } }
        fragment A on Account { x: id }
        fragment B on Account { x: name }
        """,
        """
        Fields "x" conflict because "id" and "name" are different fields.
          at 2:25, 3:25
        """);

    [Fact]
    public void Conflicts_between_nested_fragments_are_found() => Conflicts(
        """
        { me { x: role ...A ...B } }
        fragment A on Account { ...C }
        fragment B on Account { x: name }
        fragment C on Account { x: id }
        """,
        """
        Fields "x" conflict because "role" and "id" are different fields.
          at 1:8, 4:25
        Fields "x" conflict because "id" and "name" are different fields.
          at 4:25, 3:25
        Fields "x" conflict because "role" and "name" are different fields.
          at 1:8, 3:25
        """);

    [Fact]
    public void A_deep_conflict_names_the_path() => Conflicts(
        """
        {
          me { friends { x: id } }
          me { friends { x: name } }
        }
        """,
        "Fields \"me\" conflict because subfields \"friends\" conflict because subfields \"x\" conflict " +
        "because \"id\" and \"name\" are different fields.\n" +
        "  at 2:3, 2:8, 2:18, 3:3, 3:8, 3:18");

    [Fact]
    public void A_deep_conflict_with_several_reasons_names_all() => Conflicts(
        """
        {
          a: me { x: id y: name }
          a: me { x: name y: id }
        }
        """,
        "Fields \"a\" conflict because subfields \"x\" conflict because \"id\" and \"name\" are different " +
        "fields and subfields \"y\" conflict because \"name\" and \"id\" are different fields.\n" +
        "  at 2:3, 2:11, 2:17, 3:3, 3:11, 3:19");

    [Fact]
    public void A_conflict_is_reported_at_its_nearest_common_set() => Conflicts(
        """
        {
          me {
            friends { x: id }
            friends { x: name }
          }
          me { friends { id } }
        }
        """,
        """
        Fields "friends" conflict because subfields "x" conflict because "id" and "name" are different fields.
          at 3:5, 3:15, 4:5, 4:15
        """);

    [Fact]
    public void Deep_conflicts_through_fragments_are_found() => Conflicts(
        """
        {
          me { ...A }
          me { ...B }
        }
        fragment A on Account { friends { ...C } }
        fragment B on Account { friends { x: name } }
        fragment C on Account { x: id }
        """,
        "Fields \"me\" conflict because subfields \"friends\" conflict because subfields \"x\" conflict " +
        "because \"name\" and \"id\" are different fields.\n" +
        "  at 2:3, 5:25, 6:35, 3:3, 6:25, 7:25");

    [Fact]
    public void Types_of_exclusive_fields_may_differ_as_objects() => Valid("""
        { entry { ... on Message { a: parent { id } } ... on Notice { a: sentBy { id } } } }
        """);

    [Fact]
    public void Exclusive_fields_of_different_scalars_conflict() => Conflicts(
        """
        { entry { ... on Message { a: revision } ... on Notice { a: expires } } }
        """,
        """
        Fields "a" conflict because they return conflicting types "Int" and "Boolean".
          at 1:28, 1:58
        """);

    [Fact]
    public void Exclusive_fields_conflict_as_list_and_item() => Conflicts(
        """
        { entry { ... on Message { a: text } ... on Notice { a: audience } }
          sender { ... on Account { a: friends { id } } ... on Robot { a: maker { id } } } }
        """,
        """
        Fields "a" conflict because they return conflicting types "String" and "[String!]".
          at 1:28, 1:54
        Fields "a" conflict because they return conflicting types "[Account]" and "Account".
          at 2:29, 2:64
        """);

    [Fact]
    public void Exclusive_fields_conflict_as_nullable_and_non_null() => Conflicts(
        """
        { entry { ... on Message { a: id } ... on Notice { a: text } } }
        """,
        """
        Fields "a" conflict because they return conflicting types "ID!" and "String".
          at 1:28, 1:52
        """);

    [Fact]
    public void Exclusive_fields_conflict_as_leaf_and_object() => Conflicts(
        """
        { entry { ... on Message { a: parent { id } } ... on Notice { a: text } } }
        """,
        """
        Fields "a" conflict because they return conflicting types "Message" and "String".
          at 1:28, 1:63
        """);

    [Fact]
    public void Below_exclusive_fields_only_shapes_are_compared() => Conflicts(
        """
        { entry { ... on Message { a: sentBy { x: name } } ...
          on Notice { a: sentBy { x: role } } } sender { ...
          on Account { b: id a: friends { x: name } } ... on Robot { c: model } } }
        """,
        "Fields \"a\" conflict because subfields \"x\" conflict because they return conflicting types " +
        "\"String\" and \"Format\".\n" +
        "  at 1:28, 1:40, 2:15, 2:27");

    [Fact]
    public void Below_exclusive_fields_another_field_of_the_same_shape_is_fine() => Valid("""
        { entry { ... on Message { a: sentBy { x: name } } ...
          on Notice { a: sentBy { x: name(surnameFirst: true) } } } }
        """);

    [Fact]
    public void An_abstract_type_between_two_objects_meets_both() => Conflicts(
        """
        { node { ... on Message { a: text } ... on Notice { a: text } ... on Post { a: id } } }
        """,
        """
        Fields "a" conflict because "text" and "id" are different fields.
          at 1:27, 1:77
        Fields "a" conflict because "text" and "id" are different fields.
          at 1:53, 1:77
        """);

    [Fact]
    public void Unknown_fields_conflict_by_their_name_alone() => Conflicts(
        "{ me { a: nope a: id b: nothing b: nothing } }",
        """
        Fields "a" conflict because "nope" and "id" are different fields.
          at 1:8, 1:16
        """);

    [Fact]
    public void Unknown_types_are_never_exclusive() => Conflicts(
        """
        { node { ... on Nope { a: x } ... on Message { a: text } } }
        """,
        """
        Fields "a" conflict because "x" and "text" are different fields.
          at 1:24, 1:48
        """);

    [Fact]
    public void Cyclic_fragments_are_compared_once() => Conflicts(
        """
        { me { ...A } }
        fragment A on Account { friends { ...A ...B } x: id }
        fragment B on Account { friends { ...A } x: name }
        """,
        """
        Fields "x" conflict because "id" and "name" are different fields.
          at 2:47, 3:42
        """);

    [Fact]
    public void A_fragment_in_itself_has_no_conflict() => Valid("""
        { me { ...A } }
        fragment A on Account { id friends { ...A } ...A }
        """);

    [Fact]
    public void Unused_fragments_are_looked_at() => Conflicts(
        """
        { me { id } }
        fragment A on Account { x: id x: name }
        """,
        """
        Fields "x" conflict because "id" and "name" are different fields.
          at 2:25, 2:31
        """);

    // graphql-js compares no shapes of meta-fields; the specification makes no such exception.
    [Fact]
    public void The_meta_field_has_a_shape_too() => Conflicts(
        """
        { entry { ... on Message { a: __typename } ... on Notice { a: severity } } }
        """,
        """
        Fields "a" conflict because they return conflicting types "String!" and "Int".
          at 1:28, 1:60
        """);

    [Fact]
    public void The_message_says_what_to_do() => Invalid(
        "{ me { a: id a: name } }",
        "Fields \"a\" conflict because \"id\" and \"name\" are different fields. " +
        "Use different aliases on the fields to fetch both if this was intentional.\n  at 1:8, 1:14");

    /// <summary>Expects conflicts; the advice that ends each message is left out.</summary>
    private void Conflicts(string document, string errors) => Invalid(
        document,
        errors.Replace(".\n", ". Use different aliases on the fields to fetch both if this was intentional.\n"));
}
