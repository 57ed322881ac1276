module.exports=require("../main/873.index.js");
