/** The request of Scaleway's API that makes a resource. */
export interface CreateRequest {
  /** The package of the SDK, and the version of the API. */
  readonly api: string;
  readonly name: string;
  /** Fields of other names or in other messages, by the path of the argument. @default - those whose names are the argument's in camel case */
  readonly fields?: Readonly<Record<string, string>>;
  /** Arguments whose value is not what is sent, or takes more than the SDK lists, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

const TRIGGER_SOURCES: Readonly<Record<string, string>> = {
  "sqs.queue": "CreateTriggerRequestMnqSqsClientConfig.queue",
  "nats.subject": "CreateTriggerRequestMnqNatsClientConfig.subject",
};

/** Which request makes a resource, where the SDK states limits or values for it that the provider does not. */
export const REQUESTS: Readonly<Record<string, CreateRequest>> = {
  scaleway_account_project: { api: "sdk-account/v3", name: "ProjectApiCreateProjectRequest" },
  scaleway_account_ssh_key: { api: "sdk-iam/v1alpha1", name: "CreateSSHKeyRequest" },
  scaleway_autoscaling_instance_group: {
    api: "sdk-autoscaling/v1alpha1",
    name: "CreateInstanceGroupRequest",
    fields: { "capacity.max_replicas": "Capacity.maxReplicas", "capacity.min_replicas": "Capacity.minReplicas" },
  },
  scaleway_autoscaling_instance_policy: {
    api: "sdk-autoscaling/v1alpha1",
    name: "CreateInstancePolicyRequest",
    fields: { "metric.name": "Metric.name", "metric.sampling_range_min": "Metric.samplingRangeMin" },
  },
  scaleway_autoscaling_instance_template: { api: "sdk-autoscaling/v1alpha1", name: "CreateInstanceTemplateRequest" },
  scaleway_baremetal_server: {
    api: "sdk-baremetal/v1",
    name: "CreateServerRequest",
    fields: {
      hostname: "CreateServerRequestInstall.hostname",
      password: "CreateServerRequestInstall.password",
      service_password: "CreateServerRequestInstall.servicePassword",
      service_user: "CreateServerRequestInstall.serviceUser",
      user: "CreateServerRequestInstall.user",
    },
  },
  scaleway_cockpit_source: { api: "sdk-cockpit/v1", name: "RegionalApiCreateDataSourceRequest" },
  scaleway_cockpit_token: { api: "sdk-cockpit/v1", name: "RegionalApiCreateTokenRequest" },
  scaleway_container_trigger: {
    api: "sdk-container/v1beta1",
    name: "CreateTriggerRequest",
    fields: TRIGGER_SOURCES,
  },
  scaleway_datawarehouse_database: { api: "sdk-datawarehouse/v1beta1", name: "CreateDatabaseRequest" },
  scaleway_datawarehouse_deployment: { api: "sdk-datawarehouse/v1beta1", name: "CreateDeploymentRequest" },
  scaleway_datawarehouse_user: { api: "sdk-datawarehouse/v1beta1", name: "CreateUserRequest" },
  scaleway_edge_services_waf_stage: { api: "sdk-edge-services/v1beta1", name: "CreateWafStageRequest" },
  scaleway_function: {
    api: "sdk-function/v1beta1",
    name: "CreateFunctionRequest",
    except: { runtime: "the API takes go126 and node26, of which the SDK does not know" },
  },
  scaleway_function_trigger: {
    api: "sdk-function/v1beta1",
    name: "CreateTriggerRequest",
    fields: TRIGGER_SOURCES,
  },
  scaleway_iam_api_key: { api: "sdk-iam/v1alpha1", name: "CreateAPIKeyRequest" },
  scaleway_iam_application: { api: "sdk-iam/v1alpha1", name: "CreateApplicationRequest" },
  scaleway_iam_group: { api: "sdk-iam/v1alpha1", name: "CreateGroupRequest" },
  scaleway_iam_policy: {
    api: "sdk-iam/v1alpha1",
    name: "CreatePolicyRequest",
    fields: { "rule.condition": "RuleSpecs.condition" },
  },
  scaleway_iam_saml_certificate: { api: "sdk-iam/v1alpha1", name: "AddSamlCertificateRequest" },
  scaleway_iam_ssh_key: { api: "sdk-iam/v1alpha1", name: "CreateSSHKeyRequest" },
  scaleway_iam_user: { api: "sdk-iam/v1alpha1", name: "CreateUserRequestMember" },
  scaleway_inference_deployment: {
    api: "sdk-inference/v1",
    name: "CreateDeploymentRequest",
    fields: { node_type: "CreateDeploymentRequest.nodeTypeName" },
  },
  scaleway_inference_model: { api: "sdk-inference/v1", name: "CreateModelRequest" },
  scaleway_interlink_link: { api: "sdk-interlink/v1beta1", name: "CreateLinkRequest" },
  scaleway_interlink_routing_policy: { api: "sdk-interlink/v1beta1", name: "CreateRoutingPolicyRequest" },
  scaleway_job_definition: {
    api: "sdk-jobs/v1alpha1",
    name: "CreateJobDefinitionRequest",
    fields: {
      "cron.schedule": "CreateJobDefinitionRequestCronScheduleConfig.schedule",
      "cron.timezone": "CreateJobDefinitionRequestCronScheduleConfig.timezone",
    },
  },
  scaleway_k8s_acl: {
    api: "sdk-k8s/v1",
    name: "SetClusterACLRulesRequest",
    fields: { "acl_rules.description": "ACLRuleRequest.description" },
  },
  scaleway_k8s_cluster: {
    api: "sdk-k8s/v1",
    name: "CreateClusterRequest",
    fields: {
      "auto_upgrade.maintenance_window_start_hour": "MaintenanceWindow.startHour",
      "autoscaler_config.scale_down_delay_after_add": "CreateClusterRequestAutoscalerConfig.scaleDownDelayAfterAdd",
      "autoscaler_config.scale_down_utilization_threshold":
        "CreateClusterRequestAutoscalerConfig.scaleDownUtilizationThreshold",
      "open_id_connect_config.client_id": "CreateClusterRequestOpenIDConnectConfig.clientId",
      "open_id_connect_config.groups_prefix": "CreateClusterRequestOpenIDConnectConfig.groupsPrefix",
      "open_id_connect_config.issuer_url": "CreateClusterRequestOpenIDConnectConfig.issuerUrl",
      "open_id_connect_config.username_claim": "CreateClusterRequestOpenIDConnectConfig.usernameClaim",
      "open_id_connect_config.username_prefix": "CreateClusterRequestOpenIDConnectConfig.usernamePrefix",
    },
  },
  scaleway_k8s_pool: { api: "sdk-k8s/v1", name: "CreatePoolRequest" },
  scaleway_mnq_nats_account: { api: "sdk-mnq/v1beta1", name: "NatsApiCreateNatsAccountRequest" },
  scaleway_mnq_nats_credentials: { api: "sdk-mnq/v1beta1", name: "NatsApiCreateNatsCredentialsRequest" },
  scaleway_mnq_sns_credentials: { api: "sdk-mnq/v1beta1", name: "SnsApiCreateSnsCredentialsRequest" },
  scaleway_mnq_sqs_credentials: { api: "sdk-mnq/v1beta1", name: "SqsApiCreateSqsCredentialsRequest" },
  scaleway_mongodb_instance: {
    api: "sdk-mongodb/v1",
    name: "CreateInstanceRequest",
    fields: { node_number: "CreateInstanceRequest.nodeAmount" },
    except: { version: "the provider sends 7.0 of 7.0.12" },
  },
  scaleway_mongodb_snapshot: { api: "sdk-mongodb/v1", name: "CreateSnapshotRequest" },
  scaleway_mongodb_user: { api: "sdk-mongodb/v1", name: "CreateUserRequest" },
  scaleway_s2s_vpn_connection: { api: "sdk-s2s-vpn/v1alpha1", name: "CreateConnectionRequest" },
  scaleway_s2s_vpn_customer_gateway: { api: "sdk-s2s-vpn/v1alpha1", name: "CreateCustomerGatewayRequest" },
  scaleway_s2s_vpn_gateway: { api: "sdk-s2s-vpn/v1alpha1", name: "CreateVpnGatewayRequest" },
  scaleway_s2s_vpn_routing_policy: { api: "sdk-s2s-vpn/v1alpha1", name: "CreateRoutingPolicyRequest" },
  scaleway_sdb_sql_database: {
    api: "sdk-serverless-sqldb/v1alpha1",
    name: "CreateDatabaseRequest",
    fields: { max_cpu: "CreateDatabaseRequest.cpuMax", min_cpu: "CreateDatabaseRequest.cpuMin" },
  },
  scaleway_tem_blocked_list: { api: "sdk-tem/v1alpha1", name: "BulkCreateBlocklistsRequest" },
  scaleway_tem_domain: {
    api: "sdk-tem/v1alpha1",
    name: "CreateDomainRequest",
    fields: { name: "CreateDomainRequest.domainName" },
  },
  scaleway_tem_webhook: { api: "sdk-tem/v1alpha1", name: "CreateWebhookRequest" },
  scaleway_vpc_acl: {
    api: "sdk-vpc/v2",
    name: "SetAclRequest",
    fields: {
      "rules.description": "AclRule.description",
      "rules.dst_port_high": "AclRule.dstPortHigh",
      "rules.dst_port_low": "AclRule.dstPortLow",
      "rules.src_port_high": "AclRule.srcPortHigh",
      "rules.src_port_low": "AclRule.srcPortLow",
    },
  },
  scaleway_vpc_public_gateway_pat_rule: { api: "sdk-vpcgw/v2", name: "CreatePatRuleRequest" },
  scaleway_vpc_route: { api: "sdk-vpc/v2", name: "CreateRouteRequest", fields: { description: "Route.description" } },
};
