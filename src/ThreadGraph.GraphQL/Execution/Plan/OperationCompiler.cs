using System.Text;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Introspection;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Turns a validated operation into a plan.</summary>
/// <remarks>
/// <para>
/// <c>@skip</c> and <c>@include</c> are decided here and not while executing: a plan is made for one outcome of the
/// conditions, and an operation with variable conditions has a plan for each outcome that occurs. So execution has no
/// conditions left, and the order of the response keys, which depends on them, is right by construction.
/// </para>
/// <para>
/// The same selections on the same type are compiled once, however many ways of fragments lead to them. So a plan grows
/// with the document and not with what the document expands to; that is counted, and refused when it is too much.
/// </para>
/// </remarks>
internal sealed class OperationCompiler(
    Schema schema,
    ResolverFactory resolvers,
    CompleterFactory completers,
    ExecutionLimits limits,
    ExecutionDiagnosticEventListener? diagnosticEvents = null)
{
    private Schema Schema => schema;

    private ResolverFactory Resolvers => resolvers;

    private CompleterFactory Completers => completers;

    private ExecutionLimits Limits => limits;

    /// <summary>Compiles one operation.</summary>
    /// <exception cref="GraphQLException">The operation is deeper or larger than allowed.</exception>
    public OperationPlan Compile(
        DocumentNode document,
        OperationDefinitionNode operation,
        IReadOnlyList<object?> variables,
        RequestContext? context = null)
    {
        using var scope = context is null ? null : diagnosticEvents?.CompileOperation(context);
        var rootType = schema.GetOperationType(operation.Operation)!;
        var run = new Run(this, document, operation, variables);
        var root = run.Compile(rootType, [operation.SelectionSet], depth: 1);
        if (limits.Recursion is { } recursion && root.RecursionDepth > recursion.MaxDepth)
        {
            throw recursion.Exceeded(root.RecursionDepth);
        }

        return new OperationPlan(document, operation, rootType, root, run.FieldCount);
    }

    private sealed class Run
    {
        private readonly OperationCompiler _compiler;
        private readonly FieldCollector _collector;
        private readonly Dictionary<string, int> _variableIndexes = [];
        private readonly Dictionary<SelectionKey, (SelectionSetPlan Plan, long Size)> _compiled = [];
        private long _size;

        public Run(
            OperationCompiler compiler,
            DocumentNode document,
            OperationDefinitionNode operation,
            IReadOnlyList<object?> variables)
        {
            _compiler = compiler;
            for (var i = 0; i < operation.VariableDefinitions.Count; i++)
            {
                _variableIndexes[operation.VariableDefinitions[i].Variable.Name.Value] = i;
            }

            _collector = new FieldCollector(compiler.Schema, document, _variableIndexes, variables);
        }

        public int FieldCount { get; private set; }

        public SelectionSetPlan Compile(ObjectType type, IReadOnlyList<SelectionSetNode> selectionSets, int depth)
        {
            var limits = _compiler.Limits;
            if (depth > limits.MaxDepth)
            {
                throw limits.DepthExceeded(depth);
            }

            var key = new SelectionKey(type, selectionSets);
            if (_compiled.TryGetValue(key, out var known))
            {
                // What was compiled further up reaches further down from here.
                var deepest = depth + known.Plan.Height - 1;
                if (deepest > limits.MaxDepth)
                {
                    throw limits.DepthExceeded(deepest);
                }

                Count(known.Size);
                return known.Plan;
            }

            var before = _size;
            var plan = new SelectionSetPlan(
                type, [.. _collector.Collect(type, selectionSets).Select(f => CompileField(type, f.Key, f.Value, depth))]);
            _compiled.Add(key, (plan, _size - before));
            return plan;
        }

        private FieldPlan CompileField(ObjectType type, string responseName, List<FieldNode> nodes, int depth)
        {
            Count(1);
            if (nodes.Count > _compiler.Limits.MaxFieldRepeats)
            {
                throw _compiler.Limits.RepeatsExceeded(responseName, nodes.Count);
            }

            var schema = _compiler.Schema;
            var field = schema.GetField(type, nodes[0].Name.Value)!;
            var info = new FieldPlanInfo(
                FieldCount++,
                responseName,
                type,
                field,
                nodes,
                field.Arguments.Count == 0
                    ? ArgumentPlan.None
                    : new ArgumentPlan(field.Arguments, nodes[0].Arguments, _variableIndexes));
            if (field == schema.Introspection.TypeName)
            {
                return new ConstantFieldPlan(info, Encoding.UTF8.GetBytes($"\"{type.Name}\""));
            }

            var selectionSets = CompileSelectionSets(field, nodes, depth);
            if (field == schema.Introspection.Schema)
            {
                return new ResolverFieldPlan<SchemaIntrospection>(
                    info, new ObjectCompleter<SchemaIntrospection>(true, selectionSets[0]), _ => new SchemaIntrospection(schema));
            }

            if (field == schema.Introspection.Type)
            {
                return new ResolverFieldPlan<TypeIntrospection?>(
                    info,
                    new ObjectCompleter<TypeIntrospection?>(false, selectionSets[0]),
                    call => schema.TryGetType(call.Argument<string>(0), out var found)
                        ? new TypeIntrospection(found, schema)
                        : null);
            }

            return _compiler.Resolvers.CreatePlan(info, _compiler.Completers.Create(field, selectionSets));
        }

        private SelectionSetPlan[] CompileSelectionSets(
            OutputField field, List<FieldNode> nodes, int depth)
        {
            var type = field.Type.NamedType();
            if (!type.IsCompositeType())
            {
                return [];
            }

            var selectionSets = nodes.Select(static n => n.SelectionSet!).ToArray();
            return [.. _compiler.Schema.GetPossibleTypes(type).Select(t => Compile(t, selectionSets, depth + 1))];
        }

        private void Count(long fields)
        {
            _size += fields;
            if (_size > _compiler.Limits.MaxFields)
            {
                throw _compiler.Limits.FieldsExceeded(_size);
            }
        }
    }

    /// <summary>Selection sets by identity, in order, on a type.</summary>
    private readonly struct SelectionKey(ObjectType type, IReadOnlyList<SelectionSetNode> sets) : IEquatable<SelectionKey>
    {
        private readonly ObjectType _type = type;
        private readonly IReadOnlyList<SelectionSetNode> _sets = sets;

        public bool Equals(SelectionKey other) => _type == other._type && _sets.SequenceEqual(other._sets);

        public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(_type, _sets.Count, _sets[0]);
    }
}
